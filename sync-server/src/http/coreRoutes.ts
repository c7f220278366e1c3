import {
  commandsAnswerSchema,
  commandsRequestSchema,
  eventOf,
  eventsPageSchema,
  PROTOCOL_VERSION,
  snapshotPageSchema,
  syncLimits,
  syncRefusals,
  type CommandAnswer,
} from '@taffrail/sync';
import { z } from 'zod';
import type { Answer } from '../workspace/index.ts';
import { wholeNumber } from './query.ts';
import { defineRoute, defineStream, type Route } from './route.ts';
import { readSnapshotPage } from './snapshotPage.ts';
import { isElsewhere } from './stream.ts';

const tag = 'Devices';

const postCommands = defineRoute({
  method: 'POST',
  path: '/api/commands',
  summary: 'Submit commands in order',
  description:
    'Each command is decided and answered on its own: one that is refused stops the later ones on the same aggregate, and no others. ' +
    'An answer is given once it is durable. Sending a command again, under the same id, gives the same answer again.',
  tag,
  who: 'member',
  body: commandsRequestSchema,
  answers: [{ status: 200, description: 'One answer for each command', schema: commandsAnswerSchema }],
  async door({ workspace, actor, body }) {
    const answers = await workspace.submitInOrder(body.commands, actor);
    return { status: 200, body: { answers: answers.map(commandAnswer) } };
  },
});

function commandAnswer(answer: Answer): CommandAnswer {
  if (answer.outcome !== 'refused') {
    const { outcome, command_id, recorded_at, version, facts } = answer;
    return { outcome, command_id, recorded_at, version, events: facts.map(eventOf) };
  }
  const { outcome, command_id, code, sentence, details } = answer;
  const currentVersion = details['current_version'];
  return {
    outcome,
    command_id,
    code,
    sentence,
    details: details as Record<string, z.core.util.JSONType>,
    ...(typeof currentVersion === 'number' && { current_version: currentVersion }),
  };
}

const getEvents = defineRoute({
  method: 'GET',
  path: '/api/events',
  summary: 'Read the log, a page at a time',
  description: 'For a device that keeps no stream open. Ask again from `next_after`; a page without events is the end for now.',
  tag,
  who: 'viewer',
  query: z.object({
    after: wholeNumber(0, Number.MAX_SAFE_INTEGER).default(0).describe('Begin behind this fact; 0 is the beginning'),
    limit: wholeNumber(1, syncLimits.eventsPerPage).default(syncLimits.eventsPerPage).describe('At most this many'),
    log: z.string().optional().describe('The log that `after` counts in; give it whenever `after` comes from an earlier answer'),
  }),
  answers: [{ status: 200, description: 'The next facts, in order', schema: eventsPageSchema }],
  door({ workspace, query }) {
    const { logId, lastSeq } = workspace;
    if (isElsewhere({ log_id: query.log ?? logId, seq: query.after }, workspace)) {
      return syncRefusals.start_over({ log_id: logId, last_seq: lastSeq });
    }
    const facts = workspace.facts(query.after, query.limit);
    return {
      status: 200,
      body: {
        protocol: PROTOCOL_VERSION,
        log_id: logId,
        last_seq: lastSeq,
        events: facts.map(eventOf),
        next_after: facts.at(-1)?.event_seq ?? query.after,
      },
    };
  },
});

const followEvents = defineStream({
  path: '/sse/events',
  summary: 'Follow every fact',
  tag,
  who: 'viewer',
  follows: 'everything',
});

const getSnapshot = defineRoute({
  method: 'GET',
  path: '/api/snapshot',
  summary: 'Load the current state of everything, a page at a time',
  description:
    'How a new device begins: load every page, then follow the log from the cursor of the first page. ' +
    'A state may be newer than that cursor; its version tells which of the facts that follow it already holds.',
  tag,
  who: 'viewer',
  query: z.object({
    after: z.string().max(120).optional().describe('`next_after` of the page before; left out for the first'),
    limit: wholeNumber(1, syncLimits.aggregatesPerPage).default(syncLimits.aggregatesPerPage).describe('At most this many'),
  }),
  answers: [{ status: 200, description: 'States in the order of their type and id', schema: snapshotPageSchema }],
  door({ workspace, query }) {
    const { logId, lastSeq } = workspace;
    const page = workspace.read((sql) => readSnapshotPage(sql, query.after, query.limit));
    return { status: 200, body: { protocol: PROTOCOL_VERSION, log_id: logId, cursor: lastSeq, ...page } };
  },
});

/** What every device needs, whatever the contexts are. */
export const coreRoutes: readonly Route[] = [postCommands, getEvents, followEvents, getSnapshot];
