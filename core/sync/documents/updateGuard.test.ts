import { isRefusal } from '@taffrail/domain/kernel';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { kindOf, openDocument, syncLimits, takeUpdate, type DocumentKind } from '../index.ts';

const day = kindOf('day/2025-02-05') as DocumentKind;

/** What a stranger's Yjs would send after some writing of its own. */
function writing(write: (doc: Y.Doc, body: Y.XmlFragment) => void, client = 7): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  write(doc, doc.getXmlFragment('body'));
  return Y.encodeStateAsUpdate(doc);
}

const refusalOf = (update: Uint8Array, document = openDocument(day)): string => {
  const taken = takeUpdate(document, update);
  return isRefusal(taken) ? taken.code : 'taken';
};

const paragraph = writing((_, body) => body.push([new Y.XmlText('plan')]));

test('an honest update is taken, once; sent again it brings nothing', () => {
  const document = openDocument(day);
  expect(takeUpdate(document, paragraph)).toMatchObject({ tidied: false, update: expect.any(Uint8Array) as Uint8Array });
  expect(takeUpdate(document, paragraph)).toEqual({ tidied: false, update: undefined });
});

/** A piece of no length at all. */
const emptyPiece = [1, 1, 7, 0, 0, 0, 0];

test.each([
  ['a piece of no length', emptyPiece],
  ['nothing', []],
  ['one byte too many', [...paragraph, 0]],
  ['an end that is missing', paragraph.slice(0, -1)],
  ['a V2 update', [...Y.convertUpdateFormatV1ToV2(paragraph)]],
  ['clocks beyond all numbers', [1, 1, 7, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f, 0]],
  ['an author beyond 32 bits', [1, 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f, 0, 0, 1, 0]],
])('%s is refused, two hundred times, and the document stays as it was', (_, bytes) => {
  const document = openDocument(day);
  for (let n = 0; n < 200; n++) expect(refusalOf(Uint8Array.from(bytes), document)).toBe('malformed_update');
  expect(document.content.store.clients.size).toBe(0);
});

test('writing that builds on what is missing is refused, and waits nowhere', () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.getXmlFragment('body').push([new Y.XmlText('first')]);
  doc.getXmlFragment('body').push([new Y.XmlText('second')]);
  const [first, second] = updates as [Uint8Array, Uint8Array];
  const document = openDocument(day);
  expect(refusalOf(second, document)).toBe('update_out_of_turn');
  expect(document.content.store.pendingStructs).toBeNull();
  expect(refusalOf(first, document)).toBe('taken');
  expect(refusalOf(second, document)).toBe('taken');
});

test('a deletion of what nobody wrote is refused', () => {
  expect(refusalOf(new Uint8Array([0, 1, 7, 1, 0, 5]))).toBe('update_out_of_turn');
});

test('a gap inside an update is refused', () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const text of ['a', 'b', 'c']) doc.getXmlFragment('body').push([new Y.XmlText(text)]);
  const [first, , third] = updates as [Uint8Array, Uint8Array, Uint8Array];
  expect(refusalOf(Y.mergeUpdates([first, third]))).toBe('update_out_of_turn');
});

test('only the parts of its kind can be written to', () => {
  expect(refusalOf(writing((doc) => doc.getText('__proto__').insert(0, 'x')))).toBe('malformed_update');
  expect(refusalOf(writing((doc) => doc.getMap('other').set('x', 1)))).toBe('malformed_update');
});

const response = kindOf('response/0194d7c0-0000-8000-8000-00000000000a') as DocumentKind;
const remark = (name: string): Uint8Array => writing((doc) => doc.getXmlFragment(name).push([new Y.XmlText('x')]));

test('a family takes the names of fields and nothing else', () => {
  for (const name of ['comment:a', 'comment:constructor', 'answer:to_string', `comment:${'a'.repeat(128)}`]) {
    expect(refusalOf(remark(name), openDocument(response))).toBe('taken');
  }
  for (const name of [
    'comment:',
    'comment:__proto__',
    'comment:A',
    'comment:a b',
    'comment:a:b',
    'comment:a\n',
    `comment:${'a'.repeat(129)}`,
    'answers:a',
    'comment',
    '__proto__',
    'constructor',
    'body',
  ]) {
    expect(refusalOf(remark(name), openDocument(response))).toBe('malformed_update');
  }
  expect(refusalOf(remark('comment:a'))).toBe('malformed_update');
});

test('a family has 500 members and no more, also where they come one by one', () => {
  const many = (count: number): Uint8Array =>
    writing((doc) => {
      for (let n = 0; n < count; n++) doc.getXmlFragment(`comment:f${n}`).push([new Y.XmlText('x')]);
    });
  const document = openDocument(response);
  expect(refusalOf(many(syncLimits.partsPerDocument + 1), document)).toBe('too_many_parts');
  expect(refusalOf(many(syncLimits.partsPerDocument), document)).toBe('taken');
  expect(refusalOf(remark('comment:f0'), document)).not.toBe('too_many_parts');
  const another = writing((doc) => doc.getXmlFragment('answer:one_more').push([new Y.XmlText('x')]), 8);
  expect(refusalOf(another, document)).toBe('too_many_parts');
});

test('a document inside a document is refused', () => {
  expect(refusalOf(writing((doc) => doc.getMap('ticks').set('x', new Y.Doc())))).toBe('malformed_update');
});

function nested(levels: number): Y.XmlElement {
  const outermost = new Y.XmlElement('quote');
  let innermost = outermost;
  for (let level = 1; level < levels; level++) {
    const next = new Y.XmlElement('quote');
    innermost.insert(0, [next]);
    innermost = next;
  }
  return outermost;
}

test('nesting has a limit, also where it grows update by update', () => {
  expect(refusalOf(writing((_, body) => body.push([nested(syncLimits.documentDepth)])))).toBe('taken');
  expect(refusalOf(writing((_, body) => body.push([nested(syncLimits.documentDepth + 1)])))).toBe('nested_too_deep');

  const doc = new Y.Doc();
  const document = openDocument(day);
  let holder: Y.XmlFragment = doc.getXmlFragment('body');
  const answers = Array.from({ length: syncLimits.documentDepth + 1 }, () => {
    const known = Y.encodeStateVector(doc);
    const next = new Y.XmlElement('quote');
    holder.push([next]);
    holder = next;
    return refusalOf(Y.encodeStateAsUpdate(doc, known), document);
  });
  expect(answers.slice(0, -1).every((answer) => answer === 'taken')).toBe(true);
  expect(answers.at(-1)).toBe('nested_too_deep');
});

test('content 200,000 levels deep is refused, as elements and as a value', () => {
  const levels = 200_000;
  // Written byte by byte: Yjs itself could not make it.
  const elements = [1, ...varint(levels), 7, 0, 0x07, 1, 4, ...new TextEncoder().encode('body'), 3, 1, 0x70];
  for (let clock = 0; clock < levels - 1; clock++) elements.push(0x07, 0, 7, ...varint(clock), 3, 1, 0x70);
  expect(refusalOf(new Uint8Array([...elements, 0]))).toBe('nested_too_deep');

  const value = [1, 1, 7, 0, 0x28, 1, 5, ...new TextEncoder().encode('ticks'), 1, 0x70, 1];
  for (let level = 0; level < levels; level++) value.push(117, 1);
  expect(refusalOf(new Uint8Array([...value, 126, 0]))).toBe('nested_too_deep');
});

function varint(number: number): number[] {
  return number < 128 ? [number] : [(number % 128) | 128, ...varint(Math.floor(number / 128))];
}

test('an update brings the writing of 64 authors and no more', () => {
  const by = (authors: number): Uint8Array =>
    Y.mergeUpdates(Array.from({ length: authors }, (_, client) => writing((_doc, body) => body.push([new Y.XmlText('x')]), client + 1)));
  expect(refusalOf(by(syncLimits.clientsPerUpdate))).toBe('taken');
  expect(refusalOf(by(syncLimits.clientsPerUpdate + 1))).toBe('too_many_authors');
});

test('20,000 stretches of deleted text are taken; more than the limit are not', () => {
  const holed = (stretches: number): Uint8Array =>
    writing((doc, body) => {
      const text = new Y.XmlText('ab'.repeat(stretches));
      body.push([text]);
      doc.transact(() => {
        for (let at = stretches; at > 0; at--) text.delete(at * 2 - 1, 1);
      });
    });
  expect(refusalOf(holed(20_000))).toBe('taken');
  expect(
    refusalOf(
      new Uint8Array([
        0,
        1,
        7,
        ...varint(syncLimits.deletionsPerUpdate + 1),
        ...Array<number>(2 * (syncLimits.deletionsPerUpdate + 1)).fill(0),
      ]),
    ),
  ).toBe('too_many_deletions');
});

test('two pieces that wait for each other are refused, and nothing of them is kept waiting', () => {
  const document = openDocument(day);
  const item = (client: number, other: number): number[] => [1, client, 0, 0x84, other, 0, 1, 120];
  const answer = refusalOf(new Uint8Array([2, ...item(7, 8), ...item(8, 7), 0]), document);
  expect(answer).toBe('malformed_update');
  expect(document.content.store.pendingStructs).toBeNull();
});

test('whatever bytes a stranger sends, the answer is a refusal or an update that changes nothing for the worse', () => {
  const document = openDocument(day);
  takeUpdate(document, paragraph);
  let seed = 1;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    return (seed >>> 8) % below;
  };
  for (let n = 0; n < 20_000; n++) {
    const bytes = new Uint8Array(paragraph);
    for (let flips = 1 + next(3); flips > 0; flips--) bytes[next(bytes.length)] = next(256);
    refusalOf(bytes, document);
  }
  expect(document.content.store.pendingStructs).toBeNull();
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(document.content));
  expect(copy.store.pendingStructs).toBeNull();
  expect(Y.encodeStateVector(copy)).toEqual(Y.encodeStateVector(document.content));
});
