import { asJson, decimal, decimalText, isRefusal, negate, signOf, type Refusal } from '@taffrail/domain/kernel';
import type { Position } from '@taffrail/domain/tradelog';
import { arm } from '@taffrail/replica';
import { forget, keep, readKept, type Asked } from '../app/index.ts';
import { pairing as words } from '../words/index.ts';
import { booksAt } from './book/books.ts';
import { bookHeld } from './book/held.ts';
import type { OpenBook } from './book/openBook.ts';
import { verdictOfToday } from './book/today.ts';
import { askToPair } from './pairing.ts';
import { armed } from './plan/armed.ts';
import { until } from './until.ts';

/** Does what a page asks for. Whatever is asked twice is done once. */
export async function answerTo(asked: Asked): Promise<Refusal | null> {
  if (asked.kind === 'pair') await askToPair(asked.origin);
  else if (asked.kind === 'stop_pairing') await forget('pairing');
  else if (asked.kind === 'begin_here') await beginHere();
  else if (asked.kind === 'take_off') await takeOff();
  else return answerFrom(await heldBook(), asked);
  return null;
}

async function heldBook(): Promise<OpenBook> {
  const book = await bookHeld();
  if (book === null) throw new Error('only a page that shows a book asks something of it');
  return book;
}

/** A book of this browser alone. It may come to a server later, with all that is in it. */
async function beginHere(): Promise<void> {
  if ((await readKept('book')) !== undefined) return;
  const { id } = await booksAt(null).createLocalBook(words.bookName);
  await keep('book', { id, origin: null });
}

async function takeOff(): Promise<void> {
  const kept = await readKept('book');
  if (kept === undefined) return;
  await forget('book');
  await booksAt(kept.origin).removeBook(kept.id);
}

type OfABook = Extract<Asked, { kind: 'open_account' | 'enter' | 'arm' | 'fill' | 'give_up' }>;

function answerFrom(book: OpenBook, asked: OfABook): Promise<Refusal | null> {
  if (asked.kind === 'arm') return armed(book, asked);
  if (asked.kind === 'fill') return filled(book, asked);
  if (asked.kind === 'give_up') return givenUp(book, asked);
  return asked.kind === 'enter' ? entered(book, asked) : accountOpened(book, asked);
}

async function accountOpened(
  { replica }: OpenBook,
  { account_id, name, currency }: Extract<Asked, { kind: 'open_account' }>,
): Promise<Refusal | null> {
  if ((await replica.state('account', account_id)) !== undefined) return null;
  const { timeZone: zone } = new Intl.DateTimeFormat().resolvedOptions();
  return orRefusal(
    await replica.dispatch({ type: 'OpenAccount', aggregate_id: account_id, payload: { name, broker: name, currency, zone } }),
  );
}

async function entered({ replica }: OpenBook, { account_id, wish }: Extract<Asked, { kind: 'enter' }>): Promise<Refusal | null> {
  if ((await replica.state('position', wish.aggregate_id)) !== undefined) return null;
  const { verdict } = await until(() => verdictOfToday(replica));
  return orRefusal(await arm(replica, { account_id, position_id: wish.aggregate_id, wishes: [wish] }, verdict, null));
}

async function filled(
  { replica }: OpenBook,
  { position_id, fill_id, quantity, price }: Extract<Asked, { kind: 'fill' }>,
): Promise<Refusal | null> {
  const position = (await replica.state<Position>('position', position_id))?.state;
  const [leg] = position?.legs ?? [];
  if (leg === undefined || position?.fills.some(({ id }) => id === fill_id) === true) return null;
  const { next } = replica.ground.surroundings.ids;
  const elsewhere = { next_position_id: next(), next_leg_id: next(), next_fill_id: next() };
  const signed = signOf(decimal(leg.quantity)) < 0 ? decimalText(negate(decimal(quantity))) : quantity;
  const payload = asJson({ fill_id, leg_id: leg.id, price, quantity: signed, ...elsewhere });
  return orRefusal(await replica.dispatch({ type: 'RecordFill', aggregate_id: position_id, payload }));
}

async function givenUp({ replica }: OpenBook, { position_id }: Extract<Asked, { kind: 'give_up' }>): Promise<Refusal | null> {
  const position = await replica.state<Position>('position', position_id);
  if (position === undefined || isGivenUp(position.state)) return null;
  return orRefusal(
    await replica.dispatch({ type: 'ClosePosition', aggregate_id: position_id, expected_version: position.version, payload: {} }),
  );
}

const isGivenUp = ({ status, fills }: Position): boolean => status === 'closed' && fills.length === 0;

const orRefusal = (done: unknown): Refusal | null => (isRefusal(done) ? done : null);
