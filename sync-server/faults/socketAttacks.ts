import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  addParagraph,
  kindOf,
  openDocument,
  presenceMessage,
  readMessage,
  readStored,
  stateVectorMessage,
  updateMessage,
  updateSince,
  type DocumentKind,
} from '@taffrail/sync';
import { WebSocket } from 'ws';
import { clockGap, crowdedV1, deepContent, endlessV2, tombstones } from '../src/rooms/testing/hostileUpdates.ts';
import { dialRaw, frame, handshake } from '../src/rooms/testing/rawSocket.ts';
import { habits, openRudeSockets } from './rudeSockets.ts';

/** Where an attacker stands: a member like any other, on the page that others are writing on. */
export interface Target {
  readonly port: number;
  readonly page: string;
  readonly token: string;
  readonly revokedToken: string;
  /** The authors of those who are on the page. */
  readonly others: readonly number[];
}

export interface SocketAttack {
  /** What the server answered each time: a close code with its reason, a status, or what became of it. */
  run(target: Target, times: number): Promise<readonly string[]>;
  /** Every answer that is in order. */
  readonly answers: readonly string[];
}

const OWN_PAGE = 'day/2025-02-06';
const LARGE_PAGE = 'day/2025-02-07';
export const attackersPages: readonly string[] = [OWN_PAGE, LARGE_PAGE];
const kind = kindOf(OWN_PAGE) as DocumentKind;

const ANSWER_WITHIN_MS = 20_000;
/** Levels whose message is nearly as large as one may be, in each form. */
const LISTS_THAT_FIT = 36_000;
const VALUES_THAT_FIT = 130_000;
const FLOOD = 2_000;
const SLOW_HOLD_MS = 3_000;
/** What a socket may ask at once without being told off for that. */
const ASKED_AT_ONCE = 280;

export const socketAttacks: { readonly [name: string]: SocketAttack } = {
  'a V2 update of 22 bytes': saying(updateMessage(endlessV2), '4400 malformed_update'),
  'a V1 update of 7 bytes': saying(updateMessage(crowdedV1), '4400 malformed_update'),
  'a clock gap': saying(updateMessage(clockGap), '1013 update_out_of_turn'),
  'deep shared lists': saying(updateMessage(deepContent['shared lists'](LISTS_THAT_FIT)), '4413 nested_too_deep', '1013 too_many_bytes'),
  'a deep value': saying(updateMessage(deepContent['a plain value'](VALUES_THAT_FIT)), '4413 nested_too_deep', '1013 too_many_bytes'),
  'deep JSON': saying(updateMessage(deepContent.JSON(VALUES_THAT_FIT)), '4413 nested_too_deep', '1013 too_many_bytes'),
  'plain text': saying('hello', '4400 malformed_message'),
  'bad JSON in presence': saying(Uint8Array.of(1, 4, 1, 7, 1, 0x7b), '4400 malformed_message'),
  'a flood of presence': { run: floodWithPresence, answers: ['4429 too_many_messages', '1006 '] },
  'presence of others': { run: spoof, answers: ['passed over'] },
  '20,000 tombstones': { run: sendTombstones, answers: ['stored', '1013 too_many_bytes'] },
  'bad UTF-8': framing(frame(0x81, [0xc3, 0x28]), '1007'),
  'opcode 0': framing(frame(0x80, [1]), '1002'),
  'reserved bits': framing(frame(0xf2, [1]), '1002'),
  // Still sending, it can miss the close frame.
  'tiny fragments': framing(Buffer.concat([frame(0x02, [0]), ...Array.from({ length: 20_000 }, () => frame(0x00, []))]), '1008', 'cut'),
  'reset during the upgrade': { run: resetEarly, answers: ['reset'] },
  'upgrade without a key': upgrading(({ page }) => `/sync/${page}`, { 'Sec-WebSocket-Key': '' }, 'HTTP 400'),
  'a name that climbs': upgrading(() => '/sync/day/../../etc/passwd', {}, 'HTTP 400'),
  'the name __proto__': opening(() => '__proto__/x', '4404 no_such_document'),
  'a name with a query': opening(({ page }) => `${page}?workspace=another`, '4404 no_such_document'),
  'a revoked token': {
    run: (target, times) => opening(({ page }) => page, '').run({ ...target, token: target.revokedToken }, times),
    answers: ['4401 sign_in_needed'],
  },
  'slow readers': { run: readSlowly, answers: ['let go'] },
  slowloris: { run: dripHeaders, answers: ['held'] },
};

/** One message on a socket of its own. */
function saying(message: Uint8Array | string, ...answers: string[]): SocketAttack {
  return {
    run: (target, times) =>
      repeat(times, async () => {
        const { socket, ended } = await dial(target, target.page);
        socket.send(message);
        return ended;
      }),
    answers,
  };
}

function opening(nameOf: (target: Target) => string, answer: string): SocketAttack {
  return { run: (target, times) => repeat(times, async () => (await dial(target, nameOf(target))).ended), answers: [answer] };
}

/** Bytes that are no WebSocket frames, after a proper upgrade. */
function framing(bytes: Uint8Array, ...answers: string[]): SocketAttack {
  return {
    run: (target, times) =>
      repeat(times, async () => {
        const line = await upgrade(target, target.page);
        line.write(bytes);
        return closeCodeIn(await line.ended);
      }),
    answers,
  };
}

function upgrading(pathOf: (target: Target) => string, headers: { readonly [name: string]: string }, answer: string): SocketAttack {
  return {
    run: (target, times) =>
      repeat(times, async () => {
        const line = await dialRaw(target.port);
        line.write(handshake(pathOf(target), { authorization: `Bearer ${target.token}`, ...headers }));
        return (await line.ended).replace(/^HTTP\/1\.1 (\d+) .*$/s, 'HTTP $1');
      }),
    answers: [answer],
  };
}

async function repeat(times: number, ask: () => Promise<string>): Promise<string[]> {
  const answers: string[] = [];
  for (let n = 0; n < times; n++) answers.push(await Promise.race([ask(), sleep(ANSWER_WITHIN_MS, 'no answer', { ref: false })]));
  return answers;
}

async function dial({ port, token }: Target, name: string) {
  const headers = { authorization: `Bearer ${token}` };
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${name}`, { headers, perMessageDeflate: false });
  socket.on('error', () => {});
  const ended = new Promise<string>((resolve) => {
    socket.once('close', (code, reason) => resolve(`${code} ${reason.toString()}`));
  });
  await Promise.race([once(socket, 'open'), ended]);
  return { socket, ended };
}

async function upgrade({ port, token }: Target, name: string) {
  const line = await dialRaw(port);
  line.write(handshake(`/sync/${name}`, { authorization: `Bearer ${token}` }));
  await line.until('\r\n\r\n');
  return line;
}

/** A close frame without a reason ends what was heard: its two first bytes, and two of the code. */
function closeCodeIn(heard: string): string {
  const [first, length, ...code] = Buffer.from(heard.slice(-4), 'latin1');
  return first === 0x88 && length === 2 ? String(Buffer.from(code).readUInt16BE()) : 'cut';
}

async function floodWithPresence(target: Target, times: number): Promise<string[]> {
  return repeat(Math.ceil(times / 10), async () => {
    const { socket, ended } = await dial(target, target.page);
    for (let clock = 1; clock < FLOOD; clock++) socket.send(presenceMessage([{ client: 7, clock, state: '{}' }]));
    return ended;
  });
}

/** Says of everybody else that they have left. */
async function spoof(target: Target, times: number): Promise<string[]> {
  return repeat(times, async () => {
    const { socket, ended } = await dial(target, target.page);
    for (const client of target.others) socket.send(presenceMessage([{ client, clock: 1_000_000, state: 'null' }]));
    socket.close();
    return (await ended).startsWith('1005') ? 'passed over' : ended;
  });
}

async function sendTombstones(target: Target, times: number): Promise<string[]> {
  const { socket, ended } = await dial(target, OWN_PAGE);
  const [text, holes] = tombstones(kind, 20_000);
  const stored = new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      if (readStored(new Uint8Array(data)) === times + 1) resolve();
    });
  });
  socket.send(updateMessage(text));
  for (let n = 0; n < times; n++) socket.send(updateMessage(holes));
  const answers = await repeat(1, () => Promise.race([stored.then(() => 'stored'), ended]));
  socket.close();
  return answers;
}

async function resetEarly({ port, page, token }: Target, times: number): Promise<string[]> {
  return repeat(times, async () => {
    const line = await dialRaw(port);
    line.write(handshake(`/sync/${page}`, { authorization: `Bearer ${token}` }));
    line.reset();
    return 'reset';
  });
}

/** Asks for a large page over and over and reads nothing. Whether it was let go shows in the presence that the others are told of. */
async function readSlowly(target: Target, times: number): Promise<string[]> {
  const { socket: onlooker } = await dial(target, LARGE_PAGE);
  const page = openDocument(kind);
  addParagraph(page, 'x'.repeat(200_000));
  onlooker.send(updateMessage(updateSince(page, new Uint8Array([0])) as Uint8Array));
  const told = new Map<number, string>();
  onlooker.on('message', (data: Buffer) => {
    const message = readMessage(new Uint8Array(data));
    if ('type' in message && message.type === 'presence') for (const { client, state } of message.present) told.set(client, state);
  });
  const answers = await repeat(Math.ceil(times / 20), async () => {
    const client = 1_000 + told.size;
    const line = await upgrade(target, LARGE_PAGE);
    line.pause();
    line.write(binaryFrame(presenceMessage([{ client, clock: 1, state: '{}' }])));
    while (told.get(client) !== '{}') await once(onlooker, 'message');
    line.write(Buffer.concat(Array<Buffer>(ASKED_AT_ONCE).fill(binaryFrame(stateVectorMessage(new Uint8Array([0]))))));
    while (told.get(client) !== 'null') await once(onlooker, 'message');
    line.reset();
    return 'let go';
  });
  onlooker.close();
  return answers;
}

const binaryFrame = (message: Uint8Array): Buffer => frame(0x82, [...message]);

async function dripHeaders({ port }: Target, times: number): Promise<string[]> {
  const rude = await openRudeSockets({ port, cookie: '' }, times, habits.slowHeaders);
  await sleep(SLOW_HOLD_MS);
  rude.close();
  return ['held'];
}
