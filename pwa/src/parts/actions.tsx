import { Button, FileButton, IconButton, Kbd, LinkButton, Menu, Section } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { link } from '../routes/index.ts';
import { gallery } from '../words/index.ts';
import css from './partsPage.module.css';

export function Actions() {
  const [said, setSaid] = useState('');
  return (
    <Section title={gallery.actions}>
      <div class={css.stack}>
        <div class={css.row}>
          <Button tone="primary" icon="add" onClick={() => setSaid(gallery.primary)}>
            {gallery.primary}
          </Button>
          <Button onClick={() => setSaid(gallery.secondary)}>{gallery.secondary}</Button>
          <Button tone="quiet" onClick={() => setSaid(gallery.quiet)}>
            {gallery.quiet}
          </Button>
          <Button tone="danger" icon="trash" onClick={() => setSaid(gallery.danger)}>
            {gallery.danger}
          </Button>
        </div>
        <div class={css.row}>
          <Button tone="primary" busy>
            {gallery.busy}
          </Button>
          <Button disabled>{gallery.disabled}</Button>
          <LinkButton href={link('today')}>{gallery.linkButton}</LinkButton>
          <FileButton accept="image/*" onFile={({ name }) => setSaid(name)}>
            {gallery.fileButton}
          </FileButton>
        </div>
        <div class={css.row}>
          <IconButton icon="edit" label={gallery.edit} onClick={() => setSaid(gallery.edit)} />
          <IconButton icon="filter" label={gallery.filter} aria-pressed onClick={() => setSaid(gallery.filter)} />
          <IconButton icon="trash" label={gallery.danger} disabled />
          <Menu
            label={gallery.menu}
            items={[
              { label: gallery.edit, icon: 'edit', onSelect: () => setSaid(gallery.edit) },
              { label: gallery.disabled, icon: 'lock', disabled: true, onSelect: () => setSaid(gallery.disabled) },
              { label: gallery.danger, icon: 'trash', danger: true, onSelect: () => setSaid(gallery.danger) },
            ]}
          />
          <Kbd keys="Mod k" />
          <Kbd keys="g t" />
        </div>
        <p role="status">{said}</p>
      </div>
    </Section>
  );
}
