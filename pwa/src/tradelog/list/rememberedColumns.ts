import { signal } from '@preact/signals';
import { type ColumnKey, usualColumns } from './columns.tsx';

const KEY = 'taffrail positions columns';

/** How wide a screen is differs from device to device, and so do the columns one wants on it. */
const shown = signal<ReadonlySet<string>>(new Set<string>(remembered() ?? usualColumns));

export const shownColumns = (): ReadonlySet<string> => shown.value;

export function showColumns(next: ReadonlySet<string>): void {
  shown.value = next;
  localStorage.setItem(KEY, JSON.stringify([...next]));
}

function remembered(): readonly ColumnKey[] | undefined {
  const text = localStorage.getItem(KEY);
  return text === null ? undefined : (JSON.parse(text) as readonly ColumnKey[]);
}
