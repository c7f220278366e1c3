import { describe, expect, it } from 'vitest';
import { type Command, type LoadState, isRefusal, settle } from '../kernel/index.ts';
import { attachments } from './index.ts';

const ID = '00000000-0000-7000-8000-000000000001';
const POSITION = '00000000-0000-7000-8000-000000000002';
const NOW = '2026-03-10T20:00:00.000Z';
const file = {
  subject: { type: 'position', id: POSITION },
  hash: 'a'.repeat(64),
  media_type: 'image/png',
  bytes: 1_000,
  width: 640,
  height: 480,
  file_name: 'entry.png',
};

function ask(type: string, payload: object, load: LoadState, now = NOW) {
  const command: Command = { command_id: 'c', type, aggregate_id: ID, payload: payload as never, expected_version: 1 };
  const settled = settle([attachments], command, load, now);
  return isRefusal(settled) ? settled.code : settled.facts.map((fact) => fact.type);
}

const nothing: LoadState = () => undefined;
const positionOnly: LoadState = ({ aggregate_type }) => (aggregate_type === 'position' ? { version: 1, state: {} } : undefined);
const removedAt =
  (removed_at: string | null): LoadState =>
  () => ({ version: 1, state: { ...file, id: ID, caption: null, added_at: NOW, removed_at } });

describe('an attachment', () => {
  it('belongs to something that is there; a day always is', () => {
    expect(ask('AddAttachment', file, positionOnly)).toEqual(['AttachmentAdded']);
    expect(ask('AddAttachment', file, nothing)).toBe('not_found');
    expect(ask('AddAttachment', { ...file, subject: { type: 'day', id: '2026-03-10' } }, nothing)).toEqual(['AttachmentAdded']);
  });

  it.each([
    ['a hash in capitals', { hash: 'A'.repeat(64) }],
    ['a type that is not taken', { media_type: 'image/svg+xml' }],
    ['too many bytes', { bytes: 10 * 1024 * 1024 + 1 }],
    ['no bytes', { bytes: 0 }],
    ['a name in two lines', { file_name: 'a\nb' }],
    ['a name that reads backwards', { file_name: 'exe.\u202Egnp' }],
    ['a day that there is not', { subject: { type: 'day', id: '2026-02-30' } }],
    ['something else to belong to', { subject: { type: 'account', id: POSITION } }],
  ])('is refused with %s', (_, wrong) => {
    expect(ask('AddAttachment', { ...file, ...wrong }, positionOnly)).toBe('invalid_input');
  });

  it('is removed once, and restored within 30 days', () => {
    expect(ask('RemoveAttachment', {}, removedAt(null))).toEqual(['AttachmentRemoved']);
    expect(ask('RemoveAttachment', {}, removedAt(NOW))).toBe('attachment_removed');
    expect(ask('RestoreAttachment', {}, removedAt(null))).toBe('attachment_not_removed');
    expect(ask('RestoreAttachment', {}, removedAt(NOW), '2026-04-09T20:00:00.000Z')).toEqual(['AttachmentRestored']);
    expect(ask('RestoreAttachment', {}, removedAt(NOW), '2026-04-09T20:00:00.001Z')).toBe('attachment_gone');
  });
});
