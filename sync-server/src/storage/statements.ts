import type { Driver, Statement } from './driver.ts';

/** More than the texts a workspace has, so that in practice each is prepared once; a bound, because texts may be built. */
const MAX_STATEMENTS = 256;

/** The workspace leaves these to `transaction` and to the adapter, or the count of open savepoints would lie. */
const ADAPTERS_OWN = /^\s*(begin|commit|end|rollback|savepoint|release|pragma|attach|detach|vacuum)\b/i;

/** Prepares each text once. */
export function statementsOf(driver: Driver): (text: string) => Statement {
  const prepared = new Map<string, Statement>();

  return (text) => {
    const known = prepared.get(text);
    if (known) return known;
    if (ADAPTERS_OWN.test(text)) throw new TypeError(`Not for a workspace to say: ${text.trim().slice(0, 40)}`);
    const statement = driver.prepare(text);
    const oldest = prepared.keys().next();
    if (prepared.size >= MAX_STATEMENTS && !oldest.done) prepared.delete(oldest.value);
    prepared.set(text, statement);
    return statement;
  };
}
