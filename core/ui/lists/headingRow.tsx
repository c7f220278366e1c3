import { classes } from '../classes.ts';
import { Checkbox } from '../fields/checkbox.tsx';
import { Icon } from '../icons/icon.tsx';
import { usePartWords } from '../setting/setting.tsx';
import type { Column, Sort } from './rows.ts';
import css from './dataTable.module.css';

interface HeadingRowProps<R> {
  readonly columns: readonly Column<R>[];
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
  readonly chosen: number;
  readonly count: number;
  readonly onSelectAll: ((all: boolean) => void) | undefined;
}

export function HeadingRow<R>({ columns, sort, onSort, chosen, count, onSelectAll }: HeadingRowProps<R>) {
  const words = usePartWords();
  return (
    <div role="rowgroup" class={css.headings} data-heading>
      <div role="row" aria-rowindex={1} class={css.headingRow}>
        {onSelectAll !== undefined && (
          <span role="columnheader" class={css.choose}>
            <Checkbox
              bare
              label={words.selectAll}
              checked={count > 0 && chosen === count}
              partly={chosen > 0 && chosen < count}
              onChange={onSelectAll}
            />
          </span>
        )}
        {columns.map((column) => (
          <Heading key={column.key} column={column} sort={sort} onSort={column.sortable === true ? onSort : undefined} />
        ))}
      </div>
    </div>
  );
}

function Heading<R>({ column, sort, onSort }: { readonly column: Column<R> } & Pick<HeadingRowProps<R>, 'sort' | 'onSort'>) {
  const { key, heading, figures = false } = column;
  const isSorted = sort?.key === key;
  if (onSort === undefined) {
    return (
      <span role="columnheader" class={classes(css.heading, figures && css.figures)}>
        {heading}
      </span>
    );
  }
  // Figures are asked for largest first, names from A.
  const descending = isSorted ? !sort.descending : figures;
  return (
    <span
      role="columnheader"
      aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
      class={classes(css.heading, figures && css.figures)}
    >
      <button type="button" class={css.sort} onClick={() => onSort({ key, descending })}>
        {heading}
        <span class={classes(css.arrow, !isSorted && css.unsorted)}>
          <Icon name={isSorted && !sort.descending ? 'up' : 'down'} />
        </span>
      </button>
    </span>
  );
}
