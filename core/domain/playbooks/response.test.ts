import { describe, expect, it } from 'vitest';
import { richTextOf } from '../kernel/index.ts';
import type { ContentInput } from './content.ts';
import type { PlaybookResponse } from './response.ts';
import { responseId } from './subject.ts';
import { type Shelf, NOW, idOf, openShelf, replayed } from './testing/shelf.ts';

const [BREAKOUT, GAP, FIRST, SECOND, GAP_FIRST] = [idOf(1), idOf(2), idOf(11), idOf(12), idOf(13)];
const [ACCOUNT, POSITION, OTHER, PICTURE, REMOVED, PROOF] = [idOf(21), idOf(22), idOf(23), idOf(31), idOf(32), idOf(41)];

const breakout: ContentInput = {
  name: 'Breakout',
  purpose: 'pre',
  fields: [
    { key: 'volume', label: 'Volume above average', type: 'boolean', weight: 3 },
    { key: 'entry', label: 'Entry', type: 'number', required: true, allow_comment: false, validation: { min: 0 } },
    { key: 'why', label: 'Why now', type: 'rich_text', weight: 0 },
  ],
};

const onPosition = { subject: { type: 'position', id: POSITION }, playbook_id: BREAKOUT } as const;
const onSpx = { subject: { type: 'instrument', day: '2026-03-10', symbol: 'SPX' }, playbook_id: BREAKOUT } as const;
const [OF_POSITION, OF_SPX] = [responseId(onPosition.subject, BREAKOUT), responseId(onSpx.subject, BREAKOUT)];
const answers = { version_id: FIRST, values: { volume: true, entry: 187.2 } };

function shelfWithBreakout(): Shelf {
  const shelf = openShelf();
  shelf.plant('account', ACCOUNT, { account_max_risk_pct: '0.75' });
  shelf.plant('position', POSITION, { account_id: ACCOUNT });
  shelf.plant('position', OTHER, { account_id: ACCOUNT });
  shelf.plant('attachment', PICTURE, { removed_at: null });
  shelf.plant('attachment', REMOVED, { removed_at: NOW });
  shelf.publish(BREAKOUT, FIRST, breakout);
  return shelf;
}

const responseOf = (shelf: Shelf, id: string) => shelf.stateOf<PlaybookResponse>('playbook_response', id);

const submit = (shelf: Shelf, more: object = {}) => shelf.asked('SubmitResponse', OF_POSITION, { ...onPosition, ...answers, ...more });

describe('a response', () => {
  it('is frozen with its version, its values and what they come to', () => {
    const shelf = shelfWithBreakout();
    const values = { ...answers.values, why: 'Above the range\nfor a week' };
    expect(submit(shelf, { values, comments: { volume: 'Twice the usual' }, intended_risk_pct: 1 })).toEqual([
      'ResponseBegun',
      'ResponseSubmitted',
    ]);
    expect(responseOf(shelf, OF_POSITION)).toMatchObject({
      subject: onPosition.subject,
      playbook_id: BREAKOUT,
      submissions: 1,
      submission: {
        version_id: FIRST,
        version: 1,
        values: { volume: true, entry: '187.2', why: richTextOf('Above the range\nfor a week') },
        comments: { volume: richTextOf('Twice the usual') },
        intended_risk_pct: '1',
        trade_entered: null,
        submitted_at: NOW,
        evaluation: {
          compliance_score: '1',
          grade: 'A',
          risk_cap_pct: '0.75',
          cap_breakdown: { grade: '1', account: '0.75' },
          risk_cap_exceeded: true,
        },
      },
    });
  });

  it('is one for each playbook and subject, whoever comes first', () => {
    const shelf = shelfWithBreakout();
    const spelled = { ...onSpx, subject: { ...onSpx.subject, symbol: 'spx ' } };
    expect(shelf.asked('SubmitResponse', OF_SPX, { ...onSpx, ...answers, trade_entered: false })).toHaveLength(2);
    expect(shelf.asked('SubmitResponse', OF_SPX, { ...spelled, ...answers, trade_entered: true })).toEqual(['ResponseSubmitted']);
    expect(responseOf(shelf, OF_SPX)).toMatchObject({ subject: onSpx.subject, submissions: 2, submission: { trade_entered: true } });
    expect(shelf.asked('SubmitResponse', idOf(99), { ...onSpx, ...answers })).toBe('response_id_differs');
  });

  it('does not change when its playbook does, and may be answered anew, not with what it has left behind', () => {
    const shelf = shelfWithBreakout();
    submit(shelf);
    const before = structuredClone(responseOf(shelf, OF_POSITION));
    const [, ...others] = breakout.fields;
    shelf.publish(BREAKOUT, SECOND, { ...breakout, fields: others, grade_thresholds: { A: 1, B: 1, C: 1 } }, FIRST);
    expect(responseOf(shelf, OF_POSITION)).toEqual(before);
    expect(submit(shelf)).toEqual(['ResponseSubmitted']);
    expect(submit(shelf, { version_id: SECOND })).toBe('field_unknown');
    expect(submit(shelf, { version_id: SECOND, values: { entry: 1 } })).toEqual(['ResponseSubmitted']);
    expect(submit(shelf)).toBe('version_left_behind');
    expect(responseOf(shelf, OF_POSITION)).toMatchObject({ submissions: 3, submission: { version: 2 } });
    expect(replayed(shelf.facts).get(`playbook_response/${OF_POSITION}`)?.state).toEqual(responseOf(shelf, OF_POSITION));
  });

  it('is not begun for a retired playbook, and can still be corrected', () => {
    const shelf = shelfWithBreakout();
    submit(shelf);
    shelf.asked('RetirePlaybook', BREAKOUT, {}, 1);
    expect(submit(shelf)).toEqual(['ResponseSubmitted']);
    expect(shelf.asked('SubmitResponse', OF_SPX, { ...onSpx, ...answers })).toBe('playbook_retired');
  });

  it('knows the cap of the account that an instrument names, and of none otherwise', () => {
    const shelf = shelfWithBreakout();
    const capsOf = () => responseOf(shelf, OF_SPX).submission?.evaluation.cap_breakdown;
    shelf.asked('SubmitResponse', OF_SPX, { ...onSpx, ...answers });
    expect(capsOf()).toEqual({ grade: '1' });
    shelf.asked('SubmitResponse', OF_SPX, { ...onSpx, ...answers, account_id: ACCOUNT });
    expect(capsOf()).toEqual({ grade: '1', account: '0.75' });
    expect(shelf.asked('SubmitResponse', OF_SPX, { ...onSpx, ...answers, account_id: idOf(99) })).toBe('not_found');
  });

  it('takes the intended risk from a field that asks for it', () => {
    const shelf = shelfWithBreakout();
    const risk = { key: 'intended_risk_pct', label: 'Risk, in percent', type: 'number' } as const;
    shelf.publish(BREAKOUT, SECOND, { ...breakout, fields: [...breakout.fields, risk] }, FIRST);
    submit(shelf, { version_id: SECOND, values: { ...answers.values, intended_risk_pct: 0.8 } });
    expect(responseOf(shelf, OF_POSITION).submission).toMatchObject({ intended_risk_pct: '0.8', evaluation: { risk_cap_exceeded: true } });
  });

  it('answers no field by a name that every object has', () => {
    const shelf = shelfWithBreakout();
    const values = JSON.parse('{"entry":1,"toString":true}') as object;
    expect(submit(shelf, { values })).toBe('field_unknown');
    expect(submit(shelf, { values: { constructor: true, entry: 1 } })).toBe('field_unknown');
  });

  it.each([
    ['a required answer missing', { values: { volume: true } }, 'answer_not_taken', 'Entry: this must be answered.'],
    ['an answer out of bounds', { values: { entry: -1 } }, 'answer_not_taken', 'Entry: must be at least 0; this is -1.'],
    [
      'an answer nobody asked for',
      { values: { ['k'.repeat(5_000)]: 1 } },
      'field_unknown',
      `There is no field ${'k'.repeat(60)}… in this version of the playbook; leave it out.`,
    ],
    [
      'a comment where none is taken',
      { comments: { entry: 'x' } },
      'comment_not_taken',
      'Entry: this field takes no comment; write it elsewhere.',
    ],
    ['a comment on nothing', { comments: { nothing: 'x' } }, 'field_unknown', undefined],
    ['a comment of a megabyte', { comments: { volume: 'x'.repeat(1_000_000) } }, 'invalid_input', undefined],
    [
      'a script in a comment',
      { comments: { volume: { type: 'doc', content: [{ type: 'script' }] } } },
      'invalid_input',
      'comments.volume.content.0.type: rich text is made of paragraphs, headings, blockquotes and lists.',
    ],
    ['a version there is not', { version_id: idOf(99) }, 'version_not_of_playbook', undefined],
    ['a version of another playbook', { version_id: GAP_FIRST }, 'version_not_of_playbook', undefined],
    ['a trade entered, on a trade', { trade_entered: true }, 'invalid_input', 'trade_entered: a position is a trade; leave it out.'],
    ['an account, on a trade', { account_id: ACCOUNT }, 'invalid_input', 'account_id: a position has its account; leave it out.'],
    ['a risk below zero', { intended_risk_pct: -1 }, 'invalid_input', undefined],
  ])('is refused with %s', (_, wrong, code, sentence) => {
    const shelf = shelfWithBreakout();
    shelf.publish(GAP, GAP_FIRST, { ...breakout, name: 'Gap' });
    const refused = shelf.ask('SubmitResponse', OF_POSITION, { ...onPosition, ...answers, ...wrong });
    expect(refused).toMatchObject({ refused: true, code, ...(sentence !== undefined && { sentence }) });
  });

  it('is about a trade and a playbook that there are', () => {
    const shelf = shelfWithBreakout();
    const nowhere = { ...onPosition, subject: { type: 'position', id: idOf(99) } } as const;
    expect(shelf.asked('SubmitResponse', responseId(nowhere.subject, BREAKOUT), { ...nowhere, ...answers })).toBe('not_found');
    expect(shelf.asked('SubmitResponse', responseId(onPosition.subject, GAP), { ...onPosition, ...answers, playbook_id: GAP })).toBe(
      'not_found',
    );
  });

  it('has room for every comment, and not for everything', () => {
    const shelf = openShelf();
    const fields = Array.from({ length: 30 }, (_, n) => ({ key: `k${n}`, label: `k${n}`, type: 'text' }) as const);
    shelf.plant('position', POSITION, { account_id: ACCOUNT });
    shelf.plant('account', ACCOUNT, { account_max_risk_pct: null });
    shelf.publish(BREAKOUT, FIRST, { ...breakout, fields });
    const comments = (length: number) => Object.fromEntries(fields.map(({ key }) => [key, 'x'.repeat(length)]));
    expect(submit(shelf, { values: {}, comments: comments(9_000) })).toBe('response_too_long');
    expect(submit(shelf, { values: {}, comments: comments(8_000) })).toEqual(['ResponseBegun', 'ResponseSubmitted']);
  });
});

describe('evidence', () => {
  const proof = { ...onPosition, evidence_id: PROOF, field_keys: ['volume', 'entry'], source: { kind: 'attachment', id: PICTURE } };
  const chart = { kind: 'url', url: 'https://example.org/chart' };

  it('speaks for several fields, also before they are answered', () => {
    const shelf = shelfWithBreakout();
    expect(shelf.asked('AddEvidence', OF_POSITION, proof)).toEqual(['ResponseBegun', 'EvidenceAdded']);
    expect(responseOf(shelf, OF_POSITION)).toMatchObject({ submission: null, submissions: 0 });
    expect(submit(shelf)).toEqual(['ResponseSubmitted']);
    expect(responseOf(shelf, OF_POSITION).evidence).toEqual([
      { evidence_id: PROOF, field_keys: ['volume', 'entry'], source: proof.source, note: null },
    ]);
  });

  it('is changed and removed', () => {
    const shelf = shelfWithBreakout();
    shelf.asked('AddEvidence', OF_POSITION, { ...proof, source: chart });
    const change = (payload: object) => shelf.asked('ChangeEvidence', OF_POSITION, { evidence_id: PROOF, ...payload });
    expect(change({ field_keys: ['entry'], note: 'The third bar' })).toEqual(['EvidenceChanged']);
    expect(change({ note: 'The third bar' })).toBe('evidence_unchanged');
    expect(change({ field_keys: ['nothing'] })).toBe('field_unknown');
    expect(responseOf(shelf, OF_POSITION).evidence).toEqual([
      { evidence_id: PROOF, field_keys: ['entry'], source: chart, note: 'The third bar' },
    ]);
    expect(shelf.asked('RemoveEvidence', OF_POSITION, { evidence_id: PROOF })).toEqual(['EvidenceRemoved']);
    expect(shelf.asked('RemoveEvidence', OF_POSITION, { evidence_id: PROOF })).toBe('not_found');
    expect(change({ note: null })).toBe('not_found');
    expect(responseOf(shelf, OF_POSITION).evidence).toEqual([]);
    expect(replayed(shelf.facts).get(`playbook_response/${OF_POSITION}`)?.state).toEqual(responseOf(shelf, OF_POSITION));
  });

  it('keeps speaking for a field that has left the playbook, and for those of the version that was answered', () => {
    const shelf = shelfWithBreakout();
    submit(shelf);
    shelf.publish(BREAKOUT, SECOND, { ...breakout, fields: [{ key: 'trend', label: 'Trend', type: 'boolean' }] }, FIRST);
    expect(shelf.asked('AddEvidence', OF_POSITION, { ...proof, field_keys: ['volume', 'trend'] })).toEqual(['EvidenceAdded']);
    submit(shelf, { version_id: SECOND, values: {} });
    expect(shelf.asked('ChangeEvidence', OF_POSITION, { evidence_id: PROOF, field_keys: ['volume'] })).toEqual(['EvidenceChanged']);
    expect(shelf.asked('ChangeEvidence', OF_POSITION, { evidence_id: PROOF, field_keys: ['entry'] })).toBe('field_unknown');
  });

  it.each([
    ['a picture of another book', { source: { kind: 'attachment', id: idOf(99) } }, 'not_found'],
    ['a picture that was removed', { source: { kind: 'attachment', id: REMOVED } }, 'not_found'],
    ['an address that runs', { source: { kind: 'url', url: 'javascript:alert(1)' } }, 'invalid_input'],
    ['no field', { field_keys: [] }, 'invalid_input'],
    ['a field twice', { field_keys: ['entry', 'entry'] }, 'invalid_input'],
    ['a field there is not', { field_keys: ['trend'] }, 'field_unknown'],
  ])('is refused with %s', (_, wrong, code) => {
    expect(shelfWithBreakout().asked('AddEvidence', OF_POSITION, { ...proof, ...wrong })).toBe(code);
  });

  it('has an id of its own, and an end', () => {
    const shelf = shelfWithBreakout();
    for (let n = 0; n < 200; n++) shelf.asked('AddEvidence', OF_POSITION, { ...proof, evidence_id: idOf(500 + n) });
    expect(responseOf(shelf, OF_POSITION).evidence).toHaveLength(200);
    expect(shelf.asked('AddEvidence', OF_POSITION, proof)).toBe('too_much_evidence');
    expect(shelf.asked('AddEvidence', OF_POSITION, { ...proof, evidence_id: idOf(500) })).toBe('already_exists');
  });
});

describe("an instrument's checklist", () => {
  it('is linked to the trade that came of it, to another, and to none', () => {
    const shelf = shelfWithBreakout();
    const link = (position_id: string) => shelf.asked('LinkResponse', OF_SPX, { ...onSpx, position_id });
    expect(link(POSITION)).toEqual(['ResponseBegun', 'ResponseLinked']);
    expect(link(POSITION)).toBe('response_linked');
    expect(link(idOf(99))).toBe('not_found');
    expect(link(OTHER)).toEqual(['ResponseLinked']);
    expect(responseOf(shelf, OF_SPX).position_id).toBe(OTHER);
    expect(shelf.asked('UnlinkResponse', OF_SPX, {})).toEqual(['ResponseUnlinked']);
    expect(shelf.asked('UnlinkResponse', OF_SPX, {})).toBe('response_not_linked');
    expect(responseOf(shelf, OF_SPX).position_id).toBeNull();
  });

  it("a position's response is linked to nothing", () => {
    const shelf = shelfWithBreakout();
    expect(shelf.asked('LinkResponse', OF_POSITION, { ...onPosition, position_id: OTHER })).toBe('response_of_position');
  });
});
