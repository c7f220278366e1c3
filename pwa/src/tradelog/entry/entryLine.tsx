import type { Shorthand } from '@taffrail/domain/tradelog';
import { TextField } from '@taffrail/ui';
import { entry as words } from '../../words/index.ts';
import css from './entry.module.css';

interface EntryLineProps {
  readonly line: string;
  readonly said: Shorthand;
  readonly onChange: (line: string) => void;
}

/** A trade as traders say it. What was understood stands in the fields below; what was not is named here. */
export function EntryLine({ line, said, onChange }: EntryLineProps) {
  return (
    <div class={css.line}>
      <TextField
        label={words.line}
        hint={line === '' ? <Examples onChoose={onChange} /> : undefined}
        error={said.unread.length > 0 ? words.unread(said.unread) : undefined}
        value={line}
        onChange={onChange}
        placeholder={words.examples[0]}
        autocomplete="off"
        autoCapitalize="none"
        spellcheck={false}
        enterKeyHint="done"
      />
    </div>
  );
}

function Examples({ onChoose }: { readonly onChoose: (line: string) => void }) {
  return (
    <span class={css.examples}>
      {words.examples.map((example) => (
        <button key={example} type="button" class={css.example} onClick={() => onChoose(example)}>
          {example}
        </button>
      ))}
    </span>
  );
}
