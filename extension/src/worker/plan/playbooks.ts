import type { ReadonlySignal } from '@preact/signals';
import { suggested, type Playbook, type PlaybookVersion } from '@taffrail/domain/playbooks';
import { strategyOf, type Leg } from '@taffrail/domain/tradelog';
import type { Live, Replica } from '@taffrail/replica';

/** A playbook that can be answered before a trade, as it is now. */
export interface Offered {
  readonly playbook: Playbook;
  readonly latest: PlaybookVersion;
}

const offeredIn = new WeakMap<Replica, ReadonlySignal<Live<readonly Offered[]>>>();

/** Of each book once, however many pages plan in it. */
export function playbooksOffered(replica: Replica): ReadonlySignal<Live<readonly Offered[]>> {
  const found = offeredIn.get(replica) ?? replica.live(['playbook', 'playbook_version'], () => readOffered(replica));
  offeredIn.set(replica, found);
  return found;
}

/** Those in use, by name; what is meant for reviews is answered later. */
async function readOffered(replica: Replica): Promise<readonly Offered[]> {
  const [playbooks, versions] = await Promise.all([
    replica.states<Playbook>('playbook'),
    replica.states<PlaybookVersion>('playbook_version'),
  ]);
  const versionOf = new Map(versions.map(({ state }) => [state.id, state]));
  return playbooks
    .flatMap(({ state: playbook }) => {
      const latest = versionOf.get(playbook.versions.at(-1)?.version_id ?? '');
      return playbook.active && latest !== undefined ? [{ playbook, latest }] : [];
    })
    .toSorted((a, b) => (a.playbook.name < b.playbook.name ? -1 : 1));
}

/** Those that are bound to a trade like this, by what it is made of or by its symbol; the most fitting first. */
export function fitting(offered: readonly Offered[], symbol: string, legs: readonly Leg[]): readonly Offered[] {
  const meant = { strategy: strategyOf(legs), tags: [symbol] };
  return suggested(
    offered.map((each) => ({ ...each.latest.content, each })),
    meant,
  ).map(({ each }) => each);
}
