import { Button, Dialog, DialogForm, Prose, Section, Sheet, TextField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { gallery } from '../words/index.ts';
import css from './partsPage.module.css';

export function Frames() {
  const [open, setOpen] = useState<'dialog' | 'form' | 'sheet'>();
  const [name, setName] = useState('');
  const close = () => setOpen(undefined);
  return (
    <Section title={gallery.frames}>
      <div class={css.row}>
        <Button onClick={() => setOpen('dialog')}>{gallery.dialog}</Button>
        <Button onClick={() => setOpen('form')}>{gallery.dialogForm}</Button>
        <Button onClick={() => setOpen('sheet')}>{gallery.sheet}</Button>
      </div>
      <Prose text={gallery.prose} />
      <Dialog
        title={gallery.dialogTitle}
        open={open === 'dialog'}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{gallery.keep}</Button>
            <Button tone="danger" onClick={close}>
              {gallery.danger}
            </Button>
          </>
        }
      >
        {gallery.dialogText}
      </Dialog>
      {open === 'form' && (
        <DialogForm title={gallery.dialogForm} submit={gallery.primary} canSubmit={name !== ''} onSubmit={close} onClose={close}>
          <TextField label={gallery.textField} value={name} onChange={setName} />
        </DialogForm>
      )}
      <Sheet
        title={gallery.sheetTitle}
        open={open === 'sheet'}
        onClose={close}
        actions={
          <Button tone="primary" wide onClick={close}>
            {gallery.primary}
          </Button>
        }
      >
        <TextField label={gallery.textField} value={name} onChange={setName} />
      </Sheet>
    </Section>
  );
}
