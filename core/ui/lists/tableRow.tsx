import { classes } from '../classes.ts';
import { Checkbox } from '../fields/checkbox.tsx';
import { usePartWords } from '../setting/setting.tsx';
import type { DataTableProps } from './rows.ts';
import css from './dataTable.module.css';

export interface RowProps<R> {
  readonly table: DataTableProps<R>;
  readonly row: R;
  /** Where it is drawn, group headings counted. */
  readonly line: number;
  /** Which row it is. */
  readonly place: number;
  readonly isActive: boolean;
  readonly onToggle: ((row: R) => void) | undefined;
}

/** Rows are counted from the heading, which is the first. */
const FIRST_ROW_INDEX = 2;

export function TableRow<R>({ table, row, line, place, isActive, onToggle }: RowProps<R>) {
  const words = usePartWords();
  const isSelected = table.selected?.has(table.keyOf(row)) === true;
  return (
    <div role="row" data-row data-line={line} aria-rowindex={place + FIRST_ROW_INDEX} class={classes(css.row, isSelected && css.selected)}>
      {onToggle !== undefined && (
        <span role="cell" class={css.choose}>
          <Checkbox bare label={words.selectRow(table.nameOf(row))} checked={isSelected} onChange={() => onToggle(row)} />
        </span>
      )}
      {table.columns.map((column, at) => (
        <span key={column.key} role="cell" class={classes(css.cell, column.figures === true && css.figures)}>
          {at === 0 ? (
            <a href={table.hrefOf(row)} class={css.open} tabIndex={isActive ? 0 : -1} data-open>
              {column.cell(row)}
            </a>
          ) : (
            column.cell(row)
          )}
        </span>
      ))}
    </div>
  );
}
