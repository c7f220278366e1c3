import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { httpIntake, httpLine, openHttp, type BookEntry, type Tokens } from '@taffrail/replica';
import { forget, keep, readKept, type Pairing } from '../app/index.ts';
import { pairing as words } from '../words/index.ts';
import { askServer } from './askServer.ts';
import { booksAt } from './book/books.ts';

interface Given {
  readonly device_code: string;
  readonly user_code: string;
  readonly verification_uri: string;
  readonly expires_in: number;
  readonly interval: number;
}

/** Asks a server to be let in, and shows its code. */
export async function askToPair(origin: string): Promise<void> {
  await keep('pairing', { state: 'asking', origin });
  const name = words.deviceName(import.meta.env.FIREFOX ? 'Firefox' : 'Chrome');
  const given = await askServer<Given>(origin, '/api/identity/device-codes', { body: { kind: 'extension', name, scope: 'write' } });
  if (isRefusal(given)) return fail(origin, given);
  const { device_code, user_code, verification_uri, expires_in, interval } = given;
  const good_until_ms = Date.now() + expires_in * 1000;
  await keep('pairing', { state: 'waiting', origin, device_code, user_code, verification_uri, every_ms: interval * 1000, good_until_ms });
}

type Waiting = Extract<Pairing, { state: 'waiting' }>;

/** Asks once whether somebody has decided. Resolves with how long to wait before asking again; undefined where there is no more to ask. */
export async function askAgain({ origin, device_code, every_ms, good_until_ms }: Waiting): Promise<number | undefined> {
  if (Date.now() > good_until_ms) {
    await keep('pairing', { state: 'failed', origin, sentence: words.over });
    return undefined;
  }
  const tokens = await askServer<Tokens>(origin, '/api/identity/device-tokens', { body: { device_code } });
  const refusal = isRefusal(tokens) ? tokens : await beDevice(origin, tokens);
  if (refusal?.code === 'slow_down') return 2 * every_ms;
  if (refusal !== undefined && STILL_WAITS.has(refusal.code)) return every_ms;
  await (refusal === undefined ? forget('pairing') : fail(origin, refusal));
  return undefined;
}

const STILL_WAITS: ReadonlySet<string> = new Set(['authorization_pending', 'offline']);

const fail = (origin: string, { sentence }: Refusal): Promise<void> => keep('pairing', { state: 'failed', origin, sentence });

interface Me {
  readonly workspaces: readonly { readonly id: string }[];
}

/** The tokens are for one workspace, which the server names when it is asked with them. */
async function beDevice(origin: string, tokens: Tokens): Promise<Refusal | undefined> {
  const me = await askServer<Me>(origin, '/api/identity/me', { bearer: tokens.access_token });
  if (isRefusal(me)) return me;
  const [workspace] = me.workspaces;
  if (workspace === undefined) throw new Error('a device is let in to one workspace');
  const entry = await bookFor(origin, workspace.id, tokens);
  if (isRefusal(entry)) return entry;
  await keep('book', { id: entry.id, origin });
  return undefined;
}

/** What was written in this browser before comes along; where nothing was, the book of the server takes its place. */
async function bookFor(origin: string, workspaceId: string, tokens: Tokens): Promise<BookEntry | Refusal> {
  const books = booksAt(origin);
  const id = (await readKept('book'))?.id;
  if (id === undefined || (await books.isEmpty(id))) {
    if (id !== undefined) await books.removeBook(id);
    const entry = await books.joinWorkspace(workspaceId, workspaceId);
    await books.keepTokens(entry.id, tokens);
    return entry;
  }
  await books.keepTokens(id, tokens);
  const bearer = await books.bearerFor(id);
  const http = openHttp({ origin, workspaceId, ...(bearer && { bearer }) });
  return books.attachBook(id, workspaceId, httpLine(http), httpIntake(http));
}
