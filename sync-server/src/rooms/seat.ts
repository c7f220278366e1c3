import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { readMessage, stateVectorMessage, storedMessage, syncRefusals, type Message } from '@taffrail/sync';
import type { RawData, WebSocket } from 'ws';
import { closeForNow, closeRefused } from './closing.ts';
import { limits } from './limits.ts';
import { openAllowance } from './allowance.ts';
import type { Member } from './member.ts';
import type { Room } from './room.ts';

export interface SeatParts {
  readonly socket: WebSocket;
  readonly room: Room;
  /** What is said to a reader who writes; absent for whoever may. */
  readonly mayNotWrite: Refusal | undefined;
  readonly failed: (what: string, error: unknown) => void;
}

/** Seats a socket in a room: what it sends goes to the room, what the room says goes to it, until it ends. */
export function seat({ socket, room, mayNotWrite, failed }: SeatParts): void {
  const messages = openAllowance({
    most: limits.messagesAtOnce,
    perSecond: limits.messagesPerSecond,
    elapsedMs: () => performance.now(),
  });
  const member: Member = { send, comeBack: () => closeForNow(socket) };
  let updates = 0;
  let storing: Promise<unknown> = Promise.resolve();

  socket.on('message', receive);
  socket.on('ping', spend);
  socket.on('close', () => room.leave(member));
  room.join(member);
  // A state vector asks for what is missing here, and every client answers it: of a reader nothing is asked.
  if (!mayNotWrite) send(stateVectorMessage(room.stateVector()));
  room.presence.tell(member);

  /** A reader that takes nothing must not fill the server's memory; a close frame would only wait behind the rest. */
  function send(message: Uint8Array): void {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > limits.unreadBytes) socket.terminate();
    else socket.send(message);
  }

  function receive(data: RawData, isBinary: boolean): void {
    if (socket.readyState !== socket.OPEN || !spend()) return;
    const problem = isBinary ? handle(data as Buffer) : syncRefusals.malformed_message({ problem: 'it is text' });
    if (problem) closeRefused(socket, problem);
  }

  function spend(): boolean {
    const isAllowed = messages.spend();
    if (!isAllowed) closeRefused(socket, syncRefusals.too_many_messages({ per_second: limits.messagesPerSecond }));
    return isAllowed;
  }

  function handle(received: Buffer): Refusal | undefined {
    if (received.length > limits.messageBytes) return syncRefusals.message_too_large({ limit_bytes: limits.messageBytes });
    const message = readMessage(received);
    return isRefusal(message) ? message : act(message);
  }

  function act(message: Message): Refusal | undefined {
    if (message.type === 'state_vector') return room.answer(member, message.bytes);
    if (message.type === 'update') return mayNotWrite ?? take(message.bytes);
    if (message.type === 'presence') room.presence.show(member, message.present);
    else room.presence.tell(member);
    return undefined;
  }

  function take(update: Uint8Array): Refusal | undefined {
    const taken = room.take(update, member);
    if (isRefusal(taken)) return taken;
    const place = ++updates;
    // In their order: that one is stored says so of all before it.
    storing = Promise.all([storing, taken]).then(() => send(storedMessage(place)));
    storing.catch((error: unknown) => failed('an update could not be stored', error));
    return undefined;
  }
}
