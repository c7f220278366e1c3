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
  type DocumentKind,
  type OpenDocument,
} from '../index.ts';

const kind = kindOf('response/0194d7c0-0000-8000-8000-00000000000a') as DocumentKind;
const fields = [
  { key: 'trend', type: 'boolean', allow_comment: true },
  { key: 'side', type: 'select', allow_comment: false },
  { key: 'constructor', type: 'number', allow_comment: true },
  { key: 'thesis', type: 'rich_text', allow_comment: true },
];

function bring(from: OpenDocument, to: OpenDocument): Uint8Array {
  const update = updateSince(from, stateVectorOf(to));
  const taken = isRefusal(update) ? update : takeUpdate(to, update);
  if (isRefusal(update) || isRefusal(taken)) throw new Error('not taken');
  return update;
}

describe('a checklist being filled in', () => {
  it('two devices tick different boxes offline: both stay', () => {
    const [phone, desk] = [openDocument(kind), openDocument(kind)];
    setAnswer(phone, 'phone', 'trend', true);
    setRichText(commentText(phone, 'trend'), richTextOf('Above the average'));
    setResponseHead(phone, 'phone', { version_id: 'v1' });
    setAnswer(desk, 'desk', 'side', 'long');
    setAnswer(desk, 'desk', 'constructor', '1.5');
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
    setAnswer(document, 'phone', 'trend', true);
    setAnswer(document, 'phone', 'trend', null);
    setAnswer(document, 'phone', 'side', ' ');
    setAnswer(document, 'phone', 'gone', true);
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
    fillAnswers(document, 'phone', { version_id: 'v1', trade_entered: true }, answers);
    expect(readAnswers(document, fields)).toEqual(answers);
    expect(readResponseHead(document)).toMatchObject({ version_id: 'v1', trade_entered: true });
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
