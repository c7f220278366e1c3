import { Popover } from '../actions/popover.tsx';
import { Checkbox } from '../fields/checkbox.tsx';
import { usePartWords } from '../setting/setting.tsx';
import css from './columnChoice.module.css';

interface ColumnChoiceProps {
  readonly columns: readonly { readonly key: string; readonly heading: string }[];
  readonly shown: ReadonlySet<string>;
  readonly onChange: (shown: ReadonlySet<string>) => void;
}

export function ColumnChoice({ columns, shown, onChange }: ColumnChoiceProps) {
  const words = usePartWords();
  const change = (key: string, isShown: boolean) => {
    const next = new Set(shown);
    if (isShown) next.add(key);
    else next.delete(key);
    onChange(next);
  };

  return (
    <Popover icon="columns" label={words.columns}>
      {() => (
        <fieldset class={css.choice}>
          <legend class="visually-hidden">{words.columns}</legend>
          {columns.map(({ key, heading }) => (
            <Checkbox key={key} label={heading} checked={shown.has(key)} onChange={(isShown) => change(key, isShown)} />
          ))}
        </fieldset>
      )}
    </Popover>
  );
}
