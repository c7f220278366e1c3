import { useMemo } from 'preact/hooks';
import { changeSearch, search } from './place.ts';
import { type Params, readSearch, type ValuesOf, writtenSearch } from './search.ts';

/** What the address says, read and changed as values: a filter survives a reload and can be sent to somebody. */
export function useSearch<const T extends Params>(params: T): readonly [ValuesOf<T>, (changes: Partial<ValuesOf<T>>) => void] {
  const asked = search.value;
  const values = useMemo(() => readSearch(params, asked), [params, asked]);
  return [values, (changes) => changeSearch(writtenSearch(params, search.peek(), changes))];
}
