import { useMemo, useRef } from 'preact/hooks';
import { CardRow } from './cardRow.tsx';
import { HeadingRow } from './headingRow.tsx';
import { useIsPhone } from './media.ts';
import { useRowsInSight } from './inSight.ts';
import { useRowKeys } from './rowKeys.ts';
import { type DataTableProps, linesOf, toggled } from './rows.ts';
import { TableRow } from './tableRow.tsx';
import css from './dataTable.module.css';

/** Ten thousand rows, of which only those in sight are drawn. On a phone each row is a card. */
export function DataTable<R>(props: DataTableProps<R>) {
  const { label, rows, columns, keyOf, groupOf, groupHeading, sort, onSort, selected, onSelect, scrollName } = props;
  const isPhone = useIsPhone();
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => linesOf(rows, groupOf), [rows, groupOf]);
  const { first, end, rowPx } = useRowsInSight(scroller, lines.length);
  const onToggle = onSelect && ((row: R) => onSelect(toggled(selected, keyOf(row))));
  const active = useRowKeys({ scroller, lines, keyOf, rowPx, onToggle });
  const tracks = [...(onSelect === undefined ? [] : ['1.75rem']), ...columns.map((column) => column.width)].join(' ');
  const inSight = lines.slice(first, end).map((line, n) => ({ line, at: first + n }));
  const DrawnRow = isPhone ? CardRow<R> : TableRow<R>;

  return (
    <div ref={scroller} class={css.scroller} data-scroll={scrollName}>
      <div
        class={css.table}
        role={isPhone ? 'list' : 'table'}
        aria-label={label}
        aria-rowcount={isPhone ? undefined : rows.length + 1}
        style={{ '--tracks': tracks }}
      >
        {!isPhone && (
          <HeadingRow
            columns={columns}
            sort={sort}
            onSort={onSort}
            chosen={selected?.size ?? 0}
            count={rows.length}
            onSelectAll={onSelect && ((all) => onSelect(new Set(all ? rows.map(keyOf) : [])))}
          />
        )}
        <div role={isPhone ? 'presentation' : 'rowgroup'} style={{ blockSize: `${lines.length * rowPx}px` }}>
          <div role="presentation" style={{ translate: `0 ${first * rowPx}px` }}>
            {/* A line keeps its elements whatever is written on it: a filter changes texts and makes no rows anew. */}
            {inSight.map(({ line, at }) =>
              'group' in line ? (
                <div key={at} role={isPhone ? 'listitem' : 'row'} data-row class={css.group}>
                  <span role={isPhone ? undefined : 'cell'} class={css.groupHeading}>
                    {groupHeading?.(line.group) ?? line.group}
                  </span>
                </div>
              ) : (
                <DrawnRow key={at} table={props} row={line.row} line={at} place={line.place} isActive={at === active} onToggle={onToggle} />
              ),
            )}
          </div>
        </div>
      </div>
    </div>
  );
}
