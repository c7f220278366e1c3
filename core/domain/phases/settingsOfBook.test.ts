import { describe, expect, it } from 'vitest';
import { settingsAt, usualSettings } from './index.ts';
import { phaseSettingsFact } from './settingsOfBook.ts';

const changed = (occurred_at: string, currency: string) => ({ ...phaseSettingsFact({ ...usualSettings, currency }), occurred_at });
const facts = [changed('2026-02-01T12:00:00.000Z', 'EUR'), changed('2026-03-01T12:00:00.000Z', 'JPY')];

describe('the settings of a moment', () => {
  it.each([
    ['2026-02-01T11:59:59.999Z', 'USD'],
    ['2026-02-01T12:00:00.000Z', 'EUR'],
    ['2026-03-01T11:59:59.999Z', 'EUR'],
    ['2026-12-01T12:00:00.000Z', 'JPY'],
  ])('at %s are those that held then, in %s', (at, currency) => {
    expect(settingsAt(at, facts, 2)?.currency).toBe(currency);
  });

  it('are not made up where a device has not heard of all of them yet', () => {
    expect(settingsAt('2026-02-01T11:59:59.999Z', facts.slice(1), 2)).toBeUndefined();
    expect(settingsAt('2026-03-02T12:00:00.000Z', facts.slice(1), 2)?.currency).toBe('JPY');
  });
});
