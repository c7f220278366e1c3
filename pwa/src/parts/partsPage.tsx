import { Page, SegmentedControl } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { gallery } from '../words/index.ts';
import { Actions } from './actions.tsx';
import { Colours } from './colours.tsx';
import { Days } from './days.tsx';
import { Fields } from './fields.tsx';
import { Figures } from './figures.tsx';
import { Frames } from './frames.tsx';
import { Lists } from './lists.tsx';
import { Notices } from './notices.tsx';
import { Table } from './table.tsx';
import css from './partsPage.module.css';

type Direction = 'ltr' | 'rtl';

/** Every part in every state, both themes side by side. */
export function PartsPage() {
  const [direction, setDirection] = useState<Direction>('ltr');
  return (
    <Page
      title={gallery.title}
      actions={
        <SegmentedControl
          bare
          label={gallery.direction}
          value={direction}
          choices={[
            { value: 'ltr', label: gallery.ltr },
            { value: 'rtl', label: gallery.rtl },
          ]}
          onChange={setDirection}
        />
      }
    >
      <div class={css.themes} dir={direction}>
        <Theme theme="light" />
        <Theme theme="dark" />
      </div>
    </Page>
  );
}

function Theme({ theme }: { readonly theme: 'light' | 'dark' }) {
  return (
    <div class={css.theme} data-theme={theme}>
      <h2>{gallery.themes[theme]}</h2>
      <Colours />
      <Figures />
      <Days />
      <Actions />
      <Fields />
      <Notices />
      <Lists />
      <Table name={theme} />
      <Frames />
    </div>
  );
}
