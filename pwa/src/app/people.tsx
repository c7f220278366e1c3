import type { HeldDocument } from '@taffrail/replica/documents';
import { useEffect, useState } from 'preact/hooks';
import { writing } from '../words/index.ts';
import { session } from './session.ts';
import css from './writing.module.css';

/** Who else has this open; they see in turn who is here. */
export function People({ held: { company } }: { readonly held: HeldDocument }) {
  const [names, setNames] = useState<readonly string[]>([]);
  // Who is signed in may be known only after the page is open.
  const own = ownName();
  useEffect(() => company.awareness.setLocalStateField('user', { name: own }), [company, own]);
  useEffect(() => {
    const read = (): void => setNames([...new Set([...company.others().values()].flatMap(nameOf))]);
    read();
    return company.onOthers(read);
  }, [company]);
  return names.length === 0 ? null : <span class={css.people}>{writing.here(names)}</span>;
}

const ownName = (): string => {
  const { value } = session;
  return value.status === 'in' ? value.me.name : '';
};

/** Whoever only looks at what follows from a page, such as its checks on Today, has it open and is not in it. */
function nameOf(state: unknown): readonly string[] {
  const { user } = (state ?? {}) as { readonly user?: unknown };
  return user === undefined ? [] : [nameIn(user)];
}

const LONGEST_NAME = 40;

/** What somebody else in a document is called; what they say of themselves may be anything. */
export function nameIn(user: unknown): string {
  const name: unknown = typeof user === 'object' && user !== null && 'name' in user ? user.name : undefined;
  return typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, LONGEST_NAME) : writing.someone;
}
