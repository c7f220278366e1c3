import { kindOf, openDocument, readDraft, setDraft, type DocumentKind, type PlaybookDraft } from '@taffrail/sync';
import { expect, test } from 'vitest';
import { judge } from './judgement.ts';
import { penFor } from './pen.ts';
import { tryable } from './tryable.ts';
import { usualHead, usualTerms } from './usual.ts';
import { warningsFor } from './warnings.ts';

const kind = kindOf('playbook/0194d7c0-0000-7000-8000-00000000000a') as DocumentKind;
const nothing: ReadonlySet<string> = new Set();

/** A draft as somebody begins it, with a field for each label. */
function begun(...labels: readonly string[]) {
  const document = openDocument(kind);
  let ids = 0;
  const pen = penFor({ document, device: 'desk', nextId: () => `field-${(ids += 1)}` });
  setDraft(document, 'desk', { ...usualHead, name: 'Breakout' });
  const read = (): PlaybookDraft => readDraft(document);
  for (const label of labels) {
    const id = pen.add();
    const field = read().fields.find((one) => one.id === id);
    if (field) pen.rename(field, label, nothing);
  }
  return { pen, read };
}

test('a draft that somebody has named and asked one thing in can be published', () => {
  const { read } = begun('Volume above average');
  expect(judge(read())).toMatchObject({
    problems: [],
    content: { name: 'Breakout', purpose: 'pre', fields: [{ key: 'volume_above_average', type: 'boolean', weight: '1' }], ...usualTerms },
  });
});

test('what is wrong is said beside its field, as the domain says it', () => {
  const { pen, read } = begun('Trend', 'Volume', '');
  const [trend, volume, blank] = read().fields.map(({ id }) => id) as [string, string, string];
  pen.setField(trend, { type: 'select', options: ['up'] });
  pen.setField(volume, { type: 'number', min: '5', max: '1', weight: '-1' });
  pen.set({ name: ' ', 'grade_thresholds.A': '0.5', 'risk_schedule.B': '101' });
  const { content, problems } = judge(read());
  expect(content).toBeUndefined();
  expect(problems).toEqual(
    expect.arrayContaining([
      { fieldId: undefined, at: 'name', sentence: 'Must not be empty.' },
      { fieldId: trend, at: 'options', sentence: expect.stringContaining('at least 2 options') as string },
      { fieldId: volume, at: 'weight', sentence: 'Must be at least 0; this is -1.' },
      { fieldId: blank, at: 'label', sentence: 'Must not be empty.' },
      { fieldId: undefined, at: 'grade_thresholds', sentence: expect.stringContaining('A 0.5') as string },
      { fieldId: undefined, at: 'risk_schedule.B', sentence: 'Must be at most 100; this is 101.' },
    ]),
  );
});

test('a least above the most is said where the most is', () => {
  const { pen, read } = begun('Size');
  const [size] = read().fields;
  pen.setField(size?.id ?? '', { type: 'number', min: '5', max: '1' });
  expect(judge(read()).problems).toMatchObject([{ fieldId: size?.id, at: 'max' }]);
});

test('a key follows its label until it is published or somebody thinks of another', () => {
  const { pen, read } = begun('Trend', 'Trend');
  const field = (place: number) => read().fields[place]!;
  expect([field(0).key, field(1).key]).toEqual(['trend', 'trend_2']);
  pen.rename(field(1), 'Trend of the week', nothing);
  expect(field(1).key).toBe('trend_of_the_week');
  pen.rename(field(0), 'Direction', new Set(['trend']));
  expect(field(0).key).toBe('trend');
  pen.setField(field(1).id, { key: 'weekly' });
  pen.rename(field(1), 'Weekly trend', nothing);
  expect(field(1).key).toBe('weekly');
});

test('a copy stands behind its original, with a key of its own', () => {
  const { pen, read } = begun('Trend', 'Volume');
  pen.duplicate(read().fields[0]!);
  expect(read().fields.map(({ key }) => key)).toEqual(['trend', 'trend_2', 'volume']);
});

test('what is sound can be tried while the rest is being written', () => {
  const { pen, read } = begun('Trend', '', 'Trend');
  const [, , twin] = read().fields;
  pen.setField(twin?.id ?? '', { key: 'trend' });
  pen.set({ 'risk_schedule.A': 'much', template_max_risk_pct: '0.7' });
  expect(tryable(read())).toMatchObject({
    checklist: { fields: [{ key: 'trend' }], risk_schedule: usualTerms.risk_schedule, template_max_risk_pct: '0.7' },
    unfinished: 2,
  });
});

test('what is seldom meant is warned of', () => {
  const { pen, read } = begun('Trend');
  expect(warningsFor(read())).toEqual([]);
  pen.set({ 'risk_schedule.B': '2', 'grade_thresholds.A': '0.7', 'grade_thresholds.C': '0.75' });
  pen.setField(read().fields[0]?.id ?? '', { weight: '0' });
  expect(warningsFor(read())).toEqual([
    { kind: 'out_of_order', worse: 'B', better: 'A' },
    { kind: 'never_reached', grade: 'C' },
    { kind: 'worse_risks_more', worse: 'B', better: 'A' },
    { kind: 'nothing_weighed' },
  ]);
});
