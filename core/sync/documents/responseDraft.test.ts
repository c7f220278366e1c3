import { isRefusal, richTextOf } from '@taffrail/domain/kernel';
import { describe, expect, it } from 'vitest';
import {
  answerText,
  areEqual,
  commentText,
  compacted,
  fillAnswers,
  kindOf,
  openDocument,
  readAnswers,
  readResponseHead,
  setAnswer,
  setResponseHead,
  setRichText,
  stateVectorOf,
  takeUpdate,
  updateSince,
  type AnsweredField,
  type DocumentKind,
  type OpenDocument,
} from '../index.ts';

const kind = kindOf('response/0194d7c0-0000-8000-8000-00000000000a') as DocumentKind;
const fields: readonly AnsweredField[] = [
  { key: 'trend', type: 'boolean', allow_comment: true },
  { key: 'side', type: 'select', allow_comment: false },
  { key: 'constructor', type: 'number', allow_comment: true },
  { key: 'thesis', type: 'rich_text', allow_comment: true },
];

const [trend, side, size] = fields as [AnsweredField, AnsweredField, AnsweredField];
const gone = { key: 'gone', type: 'boolean' };

function bring(from: OpenDocument, to: OpenDocument): Uint8Array {
  const update = updateSince(from, stateVectorOf(to));
  const taken = isRefusal(update) ? update : takeUpdate(to, update);
  if (isRefusal(update) || isRefusal(taken)) throw new Error('not taken');
  return update;
}

describe('a checklist being filled in', () => {
  it('two devices tick different boxes offline: both stay', () => {
    const [phone, desk] = [openDocument(kind), openDocument(kind)];
    setAnswer(phone, 'phone', trend, true);
    setRichText(commentText(phone, 'trend'), richTextOf('Above the average'));
    setResponseHead(phone, 'phone', { version_id: 'v1' });
    setAnswer(desk, 'desk', side, 'long');
    setAnswer(desk, 'desk', size, '1.5');
    setRichText(answerText(desk, 'thesis'), richTextOf('It holds.'));
    setResponseHead(desk, 'desk', { intended_risk_pct: '0.5' });
    bring(phone, desk);
    bring(desk, phone);
    expect(readAnswers(phone, fields)).toEqual({
      values: { trend: true, side: 'long', constructor: '1.5', thesis: richTextOf('It holds.') },
      comments: { trend: richTextOf('Above the average') },
    });
    expect(readAnswers(desk, fields)).toEqual(readAnswers(phone, fields));
    expect(readResponseHead(desk)).toEqual({ version_id: 'v1', intended_risk_pct: '0.5', trade_entered: null, account_id: null });
    expect(areEqual(phone, desk)).toBe(true);
  });

  it('both write a remark on the same field: both are in it', () => {
    const [phone, desk] = [openDocument(kind), openDocument(kind)];
    setRichText(commentText(phone, 'trend'), richTextOf('from the phone'));
    setRichText(commentText(desk, 'trend'), richTextOf('from the desk'));
    bring(phone, desk);
    const comment = JSON.stringify(readAnswers(desk, fields).comments['trend']);
    expect(comment).toContain('from the phone');
    expect(comment).toContain('from the desk');
  });

  it('says nothing of what is empty, taken back, or not asked for', () => {
    const document = openDocument(kind);
    setAnswer(document, 'phone', trend, true);
    setAnswer(document, 'phone', trend, null);
    setAnswer(document, 'phone', side, ' ');
    setAnswer(document, 'phone', gone, true);
    setRichText(commentText(document, 'side'), richTextOf('remarks are not taken here'));
    setRichText(commentText(document, 'trend'), richTextOf(' '));
    expect(readAnswers(document, fields)).toEqual({ values: {}, comments: {} });
  });

  it('begins with what was submitted before', () => {
    const document = openDocument(kind);
    const answers = {
      values: { trend: false, constructor: '2', thesis: richTextOf('One\nTwo') },
      comments: { trend: richTextOf('Below') },
    };
    fillAnswers(document, 'phone', { version_id: 'v1', trade_entered: true }, answers, fields);
    expect(readAnswers(document, fields)).toEqual(answers);
    expect(readResponseHead(document)).toMatchObject({ version_id: 'v1', trade_entered: true });
  });

  it('keeps what was answered when a field becomes one that is chosen, or one that is typed', () => {
    const document = openDocument(kind);
    setAnswer(document, 'phone', side, '3');
    setAnswer(document, 'phone', size, '2');
    const [typed, rated] = [
      { ...side, type: 'number' },
      { ...size, type: 'rating' },
    ];
    expect(readAnswers(document, [typed, rated]).values).toEqual({ side: '3', constructor: '2' });
    setAnswer(document, 'phone', typed, '4');
    setAnswer(document, 'phone', rated, null);
    expect(readAnswers(document, [typed, rated]).values).toEqual({ side: '4' });
  });

  it('grows with its boxes and devices, and not with how often those are toggled', () => {
    const [few, many] = [bytesAfter(2 * BOXES), bytesAfter(2_000)];
    expect(many - few).toBeLessThan(few / 4);
  });

  it('is the same after it was stored and brought into one piece', () => {
    const [phone, server] = [openDocument(kind), openDocument(kind)];
    const updates = ['trend', 'thesis', 'trend'].map((key) => {
      setRichText(commentText(phone, key), richTextOf(`on ${key}`));
      return bring(phone, server);
    });
    const snapshot = compacted(kind, { snapshot: undefined, updates });
    expect(snapshot).toBeDefined();
    const stored = openDocument(kind, { snapshot, updates: [] });
    expect(areEqual(stored, phone)).toBe(true);
    expect(readAnswers(stored, fields)).toEqual(readAnswers(phone, fields));
  });
});

const BOXES = 40;

/** What a device loads once two have toggled boxes so often, telling each other now and then. */
function bytesAfter(toggles: number): number {
  const devices = [openDocument(kind), openDocument(kind)] as const;
  const exchange = (): void => {
    bring(devices[0], devices[1]);
    bring(devices[1], devices[0]);
  };
  for (let n = 0; n < toggles; n++) {
    const box = { key: `box_${(n * 7 + Math.floor(n / BOXES)) % BOXES}`, type: 'boolean' };
    setAnswer(devices[n % 2]!, `device-${n % 2}`, box, n % 3 === 0);
    if (n % 20 === 0) exchange();
  }
  exchange();
  return bring(devices[0], openDocument(kind)).length;
}
