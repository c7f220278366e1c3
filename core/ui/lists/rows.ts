import type { ComponentChildren } from 'preact';

export interface Column<R> {
  readonly key: string;
  readonly heading: string;
  readonly cell: (row: R) => ComponentChildren;
  /** A track of the grid, such as `8rem` or `minmax(10rem, 1fr)`. */
  readonly width: string;
  /** Figures line up at the end. */
  readonly figures?: boolean;
  readonly sortable?: boolean;
}

export interface Sort {
  readonly key: string;
  readonly descending: boolean;
}

export interface DataTableProps<R> {
  readonly label: string;
  /** Filtered, grouped and sorted already. */
  readonly rows: readonly R[];
  /** The first one carries the link. */
  readonly columns: readonly Column<R>[];
  readonly keyOf: (row: R) => string;
  /** Says which row it is, for assistive technology. */
  readonly nameOf: (row: R) => string;
  readonly hrefOf: (row: R) => string;
  /** What a phone shows of a row, in two lines. */
  readonly card: (row: R) => ComponentChildren;
  readonly sort?: Sort | undefined;
  readonly onSort?: ((sort: Sort) => void) | undefined;
  readonly selected?: ReadonlySet<string> | undefined;
  readonly onSelect?: ((selected: ReadonlySet<string>) => void) | undefined;
  /** A heading above the first row of each group; a row may stand in several. */
  readonly groupOf?: ((row: R) => string) | undefined;
  /** What the heading of a group says, where its name is not enough. */
  readonly groupHeading?: ((group: string) => ComponentChildren) | undefined;
  /** Names the place to come back to: the router keeps the scroller's position under it. */
  readonly scrollName: string;
}

/** What is drawn on one line. */
export type Line<R> = { readonly group: string } | { readonly row: R; readonly place: number };

export function linesOf<R>(rows: readonly R[], groupOf: ((row: R) => string) | undefined): readonly Line<R>[] {
  if (groupOf === undefined) return rows.map((row, place) => ({ row, place }));
  return rows.flatMap((row, place): readonly Line<R>[] => {
    const group = groupOf(row);
    const before = rows[place - 1];
    const goesOn = before !== undefined && groupOf(before) === group;
    const line = { row, place };
    return goesOn ? [line] : [{ group }, line];
  });
}

export function toggled(selected: ReadonlySet<string> | undefined, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}
