import type { Command, Refusal } from '@taffrail/domain/kernel';
import { syncRefusals } from '@taffrail/sync';
import type { Unmet } from './decider.ts';
import type { Blobs } from './ports.ts';
import type { ServerContext } from './serverContext.ts';

/** Undefined, and no promise, where no command has anything to ask: those that arrive together are then decided together. */
export function unmetBy(contexts: readonly ServerContext[], commands: readonly Command[], blobs: Blobs): Promise<Unmet> | undefined {
  const asked = commands.flatMap((command) =>
    contexts.flatMap(({ precondition }) => {
      const asking = precondition?.(command, blobs);
      return asking ? [{ command, asking }] : [];
    }),
  );
  return asked.length > 0 ? answered(asked) : undefined;
}

async function answered(asked: readonly { command: Command; asking: Promise<Refusal | undefined> }[]): Promise<Unmet> {
  const answers = await Promise.all(asked.map(async ({ command, asking }) => [command, await asking] as const));
  return new Map(answers.flatMap(([command, refusal]) => (refusal ? [[command, refusal]] : [])));
}

/** Nobody brings in by hand what the server works out by itself. */
export function notFromOutside(contexts: readonly ServerContext[], commands: readonly Command[]): Unmet {
  const kept = new Set(contexts.flatMap((context) => context.notFromOutside ?? []));
  const refused = commands.filter(({ type }) => kept.has(type));
  return new Map(refused.map((command) => [command, syncRefusals.kept_by_the_server({ type: command.type })]));
}
