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
      <KeyList heading="h3" />
    </Dialog>
  );
}

/** What the lists are called is one level below what they stand under: the title of a page, or that of a dialog. */
type Heading = 'h2' | 'h3';

/** Every key that does something where one is. */
export function KeyList({ heading }: { readonly heading: Heading }) {
  const anywhere = actions.value.flatMap(({ keys, label }) => (keys === undefined ? [] : [{ keys, label }]));
  return (
    <>
      <Keys heading={heading} title={shell.keysAnywhere} rows={anywhere} />
      <Keys heading={heading} title={shell.keysInLists} rows={inLists} />
    </>
  );
}

interface KeysProps {
  readonly heading: Heading;
  readonly title: string;
  readonly rows: readonly { readonly keys: string; readonly label: string }[];
}

function Keys({ heading: Title, title, rows }: KeysProps) {
  return (
    <section class={css.group}>
      <Title class={css.title}>{title}</Title>
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
