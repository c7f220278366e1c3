import { useFormats, FigureTable } from '@taffrail/ui';
import { riskgraph as words } from '../../words/index.ts';
import css from './picture.module.css';
import { printing } from './printed.ts';

interface ResultsProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly price: number; readonly results: readonly number[]; readonly isCurrent?: boolean }[];
}

/** Results by price, all of them written alike. */
export function Results({ label, columns, rows }: ResultsProps) {
  const figures = printing(useFormats());
  const printed = figures.resultsLike(rows.flatMap(({ results }) => results));
  return (
    <FigureTable scrollsAs={label}>
      <thead>
        <tr>
          <th scope="col">{words.price}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ price, results, isCurrent = false }) => (
          <tr key={price} class={isCurrent ? css.current : undefined}>
            <th scope="row">{figures.price(price)}</th>
            {results.map((result, column) => (
              <td key={columns[column]} class={result > 0 ? css.gained : result < 0 ? css.lost : undefined}>
                {printed(result)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
