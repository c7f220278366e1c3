import { importDoneSchema, importHeldSchema, type Event } from '@taffrail/sync';
import type { z } from 'zod';
import { httpFileLine, type FileLine } from '../files/index.ts';
import type { Http } from '../line/http.ts';
import type { Reply } from '../line/serverLine.ts';

type Held = z.infer<typeof importHeldSchema>;

/** An empty workspace of a server, as a book of this device is brought to it. */
export interface Intake {
  readonly files: FileLine;
  held(importId: string, signal: AbortSignal): Promise<Reply<Held>>;
  add(importId: string, after: number, facts: readonly Event[], signal: AbortSignal): Promise<Reply<Held>>;
  finish(importId: string, facts: number, signal: AbortSignal): Promise<Reply<z.infer<typeof importDoneSchema>>>;
}

const at = (importId: string): string => `/api/identity/import/${importId}`;

export function httpIntake(http: Http): Intake {
  return {
    files: httpFileLine(http),
    held: (importId, signal) => http.ask(at(importId), importHeldSchema, signal),
    add: (importId, after, facts, signal) => http.ask(`${at(importId)}/facts`, importHeldSchema, signal, { after, facts }),
    finish: (importId, facts, signal) => http.ask(`${at(importId)}/finish`, importDoneSchema, signal, { facts }),
  };
}
