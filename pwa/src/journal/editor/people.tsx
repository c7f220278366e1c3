import type { HeldDocument } from '@taffrail/replica/documents';
import { useEffect, useState } from 'preact/hooks';
import { journal } from '../../words/index.ts';
import { nameIn } from './company.ts';
import css from './editor.module.css';

/** Who else has this page open. */
export function People({ held: { company } }: { readonly held: HeldDocument }) {
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    const read = (): void => setNames([...new Set([...company.others().values()].map(userIn).map(nameIn))]);
    read();
    return company.onOthers(read);
  }, [company]);
  return names.length === 0 ? null : <span class={css.people}>{journal.here(names)}</span>;
}

const userIn = (state: unknown): unknown => (state as { readonly user?: unknown } | null)?.user;
