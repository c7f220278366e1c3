import {
  isRefusal,
  settle,
  type AggregateRef,
  type Command,
  type Context,
  type Instant,
  type Refusal,
  type Settled,
  type SettledFact,
  type Versioned,
} from '@taffrail/domain/kernel';

/** A state as a device sees it: what the server confirmed, and on top of it what the device expects to come of its own commands. */
export interface Seen {
  readonly current: Versioned | undefined;
  readonly confirmedVersion: number;
  readonly expected: readonly SettledFact[];
}

export const refKey = ({ aggregate_type, aggregate_id }: AggregateRef): string => `${aggregate_type}/${aggregate_id}`;

/** The confirmed states with the pending commands decided on top, by the very rules the server has. */
export interface Outlook {
  /** Everything there is of one type, oldest first. */
  all(aggregateType: string): readonly (readonly [id: string, Versioned])[];
  decide(command: Command, now: Instant): { readonly decision: Settled | Refusal; readonly seen: ReadonlyMap<string, Seen> };
}

export function openOutlook(contexts: readonly Context[], confirmed: ReadonlyMap<string, Versioned>): Outlook {
  const expected = new Map<string, Seen>();

  function see(key: string): Seen {
    const current = confirmed.get(key);
    return expected.get(key) ?? { current, confirmedVersion: current?.version ?? 0, expected: [] };
  }

  function decide(command: Command, now: Instant) {
    const seen = new Map<string, Seen>();
    const load = (ref: AggregateRef): Versioned | undefined => {
      const one = see(refKey(ref));
      seen.set(refKey(ref), one);
      return one.current;
    };
    const decision = settle(contexts, command, load, now);
    if (!isRefusal(decision)) expect(decision);
    return { decision, seen };
  }

  function expect({ facts, changes }: Settled): void {
    for (const change of changes) {
      const before = see(refKey(change));
      const own = facts.filter((fact) => refKey(fact) === refKey(change));
      expected.set(refKey(change), { ...before, current: change.after, expected: [...before.expected, ...own] });
    }
  }

  return {
    decide,
    all(aggregateType) {
      const keys = new Set([...confirmed.keys(), ...expected.keys()].filter((key) => key.startsWith(`${aggregateType}/`)));
      return [...keys].toSorted().flatMap((key) => {
        const { current } = see(key);
        return current ? [[key.slice(aggregateType.length + 1), current] as const] : [];
      });
    },
  };
}
