import { Dialog, Kbd } from '@taffrail/ui';
import { signal } from '@preact/signals';
import { shell } from '../words/index.ts';
import { actions } from './actions.ts';
import css from './keySheet.module.css';

const isOpen = signal(false);

export function openKeySheet(): void {
  isOpen.value = true;
}

const inLists = [
  { keys: 'j', label: shell.nextRow },
  { keys: 'k', label: shell.previousRow },
  { keys: 'x', label: shell.markRow },
  { keys: 'Enter', label: shell.openRow },
];

export function KeySheet() {
  return (
    <Dialog
      title={shell.keyboardSheet}
      open={isOpen.value}
      onClose={() => {
        isOpen.value = false;
      }}
    >
      <KeyList />
    </Dialog>
  );
}

/** Every key that does something where one is. */
export function KeyList() {
  const anywhere = actions.value.flatMap(({ keys, label }) => (keys === undefined ? [] : [{ keys, label }]));
  return (
    <>
      <Keys title={shell.keysAnywhere} rows={anywhere} />
      <Keys title={shell.keysInLists} rows={inLists} />
    </>
  );
}

interface KeysProps {
  readonly title: string;
  readonly rows: readonly { readonly keys: string; readonly label: string }[];
}

function Keys({ title, rows }: KeysProps) {
  return (
    <section class={css.group}>
      <h3 class={css.title}>{title}</h3>
      <dl>
        {rows.map(({ keys, label }) => (
          <div key={keys} class={css.row}>
            <dt>{label}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
