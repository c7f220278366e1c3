import { classes } from '../classes.ts';
import { Checkbox } from '../fields/checkbox.tsx';
import { usePartWords } from '../setting/setting.tsx';
import type { RowProps } from './tableRow.tsx';
import css from './dataTable.module.css';

export function CardRow<R>({ table, row, line, onToggle }: RowProps<R>) {
  const words = usePartWords();
  const isSelected = table.selected?.has(table.keyOf(row)) === true;
  return (
    <div role="listitem" data-row data-line={line} class={classes(css.cardRow, isSelected && css.selected)}>
      {onToggle !== undefined && (
        <Checkbox bare label={words.selectRow(table.nameOf(row))} checked={isSelected} onChange={() => onToggle(row)} />
      )}
      <a href={table.hrefOf(row)} class={css.card} data-open>
        {table.card(row)}
      </a>
    </div>
  );
}
