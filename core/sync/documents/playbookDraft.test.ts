import { isRefusal } from '@taffrail/domain/kernel';
import { contentInputSchema } from '@taffrail/domain/playbooks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDraftField,
  draftContentOf,
  fillDraft,
  kindOf,
  moveDraftField,
  openDocument,
  readDraft,
  removeDraftField,
  restoreDraftField,
  setDraft,
  setDraftField,
  stateVectorOf,
  takeUpdate,
  updateSince,
  type DocumentKind,
  type OpenDocument,
} from '../index.ts';

const kind = kindOf('playbook/0194d7c0-0000-7000-8000-00000000000a') as DocumentKind;
const order = (document: OpenDocument): string[] => readDraft(document).fields.map(({ id }) => id);

function exchange(one: OpenDocument, other: OpenDocument): void {
  for (const [from, to] of [[one, other] as const, [other, one] as const]) {
    const update = updateSince(from, stateVectorOf(to));
    const taken = isRefusal(update) ? update : takeUpdate(to, update);
    if (isRefusal(taken)) throw new Error(taken.sentence);
  }
}

const breakout = {
  name: 'Breakout',
  purpose: 'pre',
  strategy_bindings: ['vertical'],
  risk_schedule: { A: '1', D: '0' },
  fields: [
    { key: 'trend', label: 'With the trend', type: 'boolean', required: true, help: 'On the daily chart' },
    { key: 'side', label: 'Side', type: 'select', weight: '0', allow_comment: false, validation: { options: ['long', 'short'] } },
    { key: 'stop', label: 'Stop', type: 'number', validation: { min: '0', max: '10' } },
  ],
};

/** Two devices with the same fields. */
function twoDevices(...ids: string[]): readonly [OpenDocument, OpenDocument] {
  const devices = [openDocument(kind), openDocument(kind)] as const;
  for (const id of ids) addDraftField(devices[0], 'phone', id, { key: id, label: id.toUpperCase(), type: 'boolean' });
  exchange(...devices);
  return devices;
}

describe('a draft of a playbook', () => {
  it('says nothing before anybody has written', () => {
    expect(readDraft(openDocument(kind))).toEqual({
      name: '',
      purpose: '',
      strategy_bindings: [],
      grade_thresholds: {},
      risk_schedule: {},
      template_max_risk_pct: '',
      base: null,
      fields: [],
    });
  });

  it('two devices write about different things offline: both stay', () => {
    const [phone, desk] = twoDevices('trend', 'volume');
    setDraft(phone, 'phone', { name: 'Breakout', 'grade_thresholds.A': '0.95' });
    setDraftField(phone, 'phone', 'trend', { weight: '2' });
    setDraft(desk, 'desk', { purpose: 'pre', 'risk_schedule.D': '' });
    setDraftField(desk, 'desk', 'trend', { help: 'On the daily chart' });
    addDraftField(desk, 'desk', 'stop', { key: 'stop', type: 'number', min: '0' });
    exchange(phone, desk);
    expect(readDraft(phone)).toEqual(readDraft(desk));
    expect(readDraft(desk)).toMatchObject({
      name: 'Breakout',
      purpose: 'pre',
      grade_thresholds: { A: '0.95' },
      risk_schedule: { D: '' },
      fields: [
        { id: 'trend', label: 'TREND', weight: '2', help: 'On the daily chart', required: false, allow_comment: true },
        { id: 'volume' },
        { id: 'stop', type: 'number', min: '0' },
      ],
    });
  });

  it('fields are moved on two devices at once: each stands once, and where it was put', () => {
    const [phone, desk] = twoDevices('a', 'b', 'c', 'd', 'e');
    moveDraftField(phone, 'phone', 'a', 4);
    moveDraftField(desk, 'desk', 'e', 1);
    exchange(phone, desk);
    expect(order(phone)).toEqual(order(desk));
    expect(order(desk)).toEqual(['e', 'b', 'c', 'd', 'a']);
  });

  it('fields added at the same place at once can be moved between each other', () => {
    const [phone, desk] = twoDevices('a');
    addDraftField(phone, 'phone', 'x', { key: 'x' });
    addDraftField(desk, 'desk', 'y', { key: 'y' });
    exchange(phone, desk);
    expect(order(phone)).toEqual(['a', 'x', 'y']);
    moveDraftField(phone, 'phone', 'a', 1);
    exchange(phone, desk);
    expect(order(desk)).toEqual(['x', 'a', 'y']);
  });

  it('a field that was removed comes back with what was written into it elsewhere', () => {
    const [phone, desk] = twoDevices('a', 'b');
    removeDraftField(phone, 'phone', 'a');
    setDraftField(desk, 'desk', 'a', { label: 'Above the range' });
    exchange(phone, desk);
    expect(order(desk)).toEqual(['b']);
    restoreDraftField(desk, 'desk', 'a');
    expect(readDraft(desk).fields[0]).toMatchObject({ id: 'a', label: 'Above the range' });
  });

  it('begun from the same version on two devices at once it has each field once', () => {
    const devices = [openDocument(kind), openDocument(kind)] as const;
    const start = contentInputSchema.parse(breakout);
    addDraftField(devices[0], 'phone', 'draft', { key: 'draft' });
    for (const [n, device] of devices.entries()) fillDraft(device, `device-${n}`, start, { version: 3, version_id: 'third' });
    exchange(...devices);
    expect(order(devices[0])).toEqual(['trend', 'side', 'stop']);
    expect(readDraft(devices[1])).toEqual(readDraft(devices[0]));
    expect(readDraft(devices[1])).toMatchObject({
      name: 'Breakout',
      base: { version: 3, version_id: 'third' },
      risk_schedule: { A: '1', B: '', C: '', D: '0' },
    });
  });

  it('begun from a version and published as it is, it says the same', () => {
    const document = openDocument(kind);
    const start = contentInputSchema.parse(breakout);
    fillDraft(document, 'phone', start, null);
    expect(contentInputSchema.parse(draftContentOf(readDraft(document)))).toEqual(start);
  });

  it('leaves out what was left empty, and what means nothing for the type a field has now', () => {
    const document = openDocument(kind);
    setDraft(document, 'phone', { name: 'Breakout', purpose: 'pre', 'grade_thresholds.B': ' ' });
    addDraftField(document, 'phone', 'x', { key: 'stop', label: 'Stop', type: 'number', min: '0', regex: '^a' });
    const read = contentInputSchema.parse(draftContentOf(readDraft(document)));
    expect(read).toMatchObject({
      grade_thresholds: { A: '0.9', B: '0.75', C: '0.6' },
      risk_schedule: { A: '1', B: '0.5', C: '0.25', D: '0' },
      template_max_risk_pct: null,
      fields: [{ key: 'stop', help: null, weight: '1', validation: { min: '0' } }],
    });
  });

  it('a schedule of risk that was emptied is not taken for the usual one', () => {
    const document = openDocument(kind);
    fillDraft(document, 'phone', contentInputSchema.parse(breakout), null);
    setDraft(document, 'phone', { 'risk_schedule.A': '', 'risk_schedule.D': '' });
    expect(contentInputSchema.safeParse(draftContentOf(readDraft(document))).error?.issues[0]?.path).toEqual(['risk_schedule']);
  });

  it('what a stranger writes for a place stands nowhere', () => {
    const [phone] = twoDevices('a');
    phone.content.getMap('form').set('b stranger', { key: ['b', 1], place: ['<script>', 1] });
    expect(order(phone)).toEqual(['a']);
  });

  it('moved ever so often, each field stands once and where it was put last', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(4)), { maxLength: 60 }), (moves) => {
        const [phone] = twoDevices('a', 'b', 'c', 'd');
        const expected = ['a', 'b', 'c', 'd'];
        for (const [id, index] of moves) {
          moveDraftField(phone, 'phone', id, index);
          expected.splice(expected.indexOf(id), 1);
          expected.splice(index, 0, id);
          expect(order(phone)).toEqual(expected);
        }
      }),
      { numRuns: 100 },
    );
  });
});
