import type { Command } from '@taffrail/domain/kernel';
import { syncLimits } from '@taffrail/sync';
import type { Book } from './book.ts';
import type { Device } from './device.ts';
import { inputKey } from './history.ts';
import type { Receive } from './network.ts';
import { workspaceOf } from './serverProcess.ts';
import type { World } from './world.ts';

export interface RecallParts {
  readonly world: World;
  readonly server: { readonly receive: Receive };
  readonly devices: readonly Device[];
  readonly books: ReadonlyMap<string, Book>;
  readonly run: (deadlineMs: number, isDone: () => boolean) => Promise<boolean>;
  readonly fail: (what: string) => void;
}

const ANSWERED_WITHIN_MS = 60_000;

/** Sends everything that was ever answered once more. The history sees to it that each is answered as it was; here, that nothing else happens. */
export async function askAgain({ world, server, devices, books, run, fail }: RecallParts): Promise<void> {
  for (const [id, book] of books) {
    const asker = devices.find(({ name }) => workspaceOf(name) === id)?.name ?? id;
    const before = factsOnRequest(book);
    const open = new Set(requestsOf(book));
    for (const commands of open) {
      server.receive(asker, { method: 'POST', path: '/api/commands', body: { commands } }, ({ status }) => {
        open.delete(commands);
        if (status !== 200) fail(`${id}: asked again, it answers ${status}`);
      });
    }
    const answered = await run(world.nowMs + ANSWERED_WITHIN_MS, () => open.size === 0);
    if (!answered) fail(`${id}: ${open.size} requests that had been answered before were not answered again`);
    if (factsOnRequest(book) !== before) fail(`${id}: commands that had been answered took effect once more`);
  }
}

/** What falls due goes on falling due. */
const factsOnRequest = ({ sql }: Book): number =>
  sql.all<{ facts: number }>("SELECT count(*) AS facts FROM fact WHERE actor <> 'schedule'")[0]?.facts ?? 0;

/** A refused command stops those behind it, so each request has one of an aggregate at most. */
function requestsOf({ history }: Book): Command[][] {
  const requests: Command[][] = [];
  for (const { command } of [...history.made.values()].flat()) {
    if (!history.answers.has(inputKey(command))) continue;
    const fitting = requests.find(
      (request) => request.length < syncLimits.commandsPerRequest && request.every((one) => one.aggregate_id !== command.aggregate_id),
    );
    if (fitting) fitting.push(command);
    else requests.push([command]);
  }
  return requests;
}
