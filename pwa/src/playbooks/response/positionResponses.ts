import type { Id } from '@taffrail/domain/kernel';
import { suggested, type Playbook, type ResponseSubject } from '@taffrail/domain/playbooks';
import { positionView, type Account, type Position } from '@taffrail/domain/tradelog';
import type { Papers, Replica } from '@taffrail/replica';
import { readResponse, type ShownResponse } from './responses.ts';

/** What playbooks have to say about a position. */
export interface PositionResponses {
  readonly accountId: Id;
  /** Submitted, or begun. */
  readonly answered: readonly ShownResponse[];
  /** Not begun yet; those bound to what is traded come first. */
  readonly open: readonly ShownResponse[];
  /** As many of them as are meant for a trade like this one. */
  readonly suggested: number;
}

export async function readPositionResponses(replica: Replica, papers: Papers, positionId: Id): Promise<PositionResponses | undefined> {
  const position = await replica.state<Position>('position', positionId);
  const account = position && (await replica.state<Account>('account', position.state.account_id));
  if (position === undefined || account === undefined) return undefined;
  const subject: ResponseSubject = { type: 'position', id: positionId };
  const shown = await readAll(replica, subject);
  const begun = await begunIn(papers);
  const isAnswered = ({ id, response }: ShownResponse): boolean => response !== undefined || begun.has(id);
  const open = shown.filter((each) => !isAnswered(each) && each.playbook.active);
  const { metadata } = positionView(position, account.state, replica.now());
  const contents = open.map((each) => ({ ...each.latest.content, each }));
  const fitting = suggested(contents, { strategy: metadata.derived_strategy, tags: position.state.tags }).map(({ each }) => each);
  return {
    accountId: position.state.account_id,
    answered: shown.filter(isAnswered),
    open: [...fitting, ...open.filter((each) => !fitting.includes(each))],
    suggested: fitting.length,
  };
}

/** By name. */
export async function readAll(replica: Replica, subject: ResponseSubject): Promise<readonly ShownResponse[]> {
  const playbooks = await replica.states<Playbook>('playbook');
  const shown = await Promise.all(playbooks.map(({ id }) => readResponse(replica, subject, id)));
  return shown.flatMap((each) => each ?? []).toSorted((a, b) => a.playbook.name.localeCompare(b.playbook.name));
}

/** Which responses somebody has begun to fill in, on this device or another. */
export async function begunIn(papers: Papers): Promise<ReadonlySet<Id>> {
  const names = await (await papers.documents()).names('response');
  return new Set(names.map((name) => name.slice(name.indexOf('/') + 1)));
}
