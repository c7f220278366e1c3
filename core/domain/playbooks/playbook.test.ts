import { describe, expect, it } from 'vitest';
import { isRefusal } from '../kernel/index.ts';
import type { ContentInput } from './content.ts';
import type { Playbook } from './playbook.ts';
import type { PlaybookVersion } from './playbookVersion.ts';
import { NOW, idOf, openShelf, replayed } from './testing/shelf.ts';

const [BREAKOUT, GAP] = [idOf(1), idOf(2)];
const [FIRST, SECOND, THIRD] = [idOf(11), idOf(12), idOf(13)];

const volume = { key: 'volume', label: 'Volume above average', type: 'boolean' } as const;
const trend = { key: 'trend', label: 'With the trend', type: 'boolean' } as const;
const breakout: ContentInput = { name: 'Breakout', purpose: 'pre', fields: [volume] };
const wider: ContentInput = { ...breakout, fields: [volume, trend] };

describe('publishing', () => {
  it('makes the first version, and its name belongs to the playbook', () => {
    const shelf = openShelf();
    expect(shelf.publish(BREAKOUT, FIRST, breakout)).toEqual(['PlaybookNameTaken', 'PlaybookVersionWritten', 'PlaybookPublished']);
    expect(shelf.stateOf('playbook', BREAKOUT)).toEqual({
      id: BREAKOUT,
      name: 'Breakout',
      purpose: 'pre',
      active: true,
      versions: [{ version: 1, version_id: FIRST, name: 'Breakout', published_at: NOW }],
    });
  });

  it('leaves the versions before as they were', () => {
    const shelf = openShelf();
    shelf.publish(BREAKOUT, FIRST, breakout);
    const before = structuredClone(shelf.stateOf<PlaybookVersion>('playbook_version', FIRST));
    expect(shelf.publish(BREAKOUT, SECOND, { ...wider, name: 'Breakout, wide' }, FIRST)).toContain('PlaybookPublished');
    expect(shelf.stateOf('playbook_version', FIRST)).toEqual(before);
    expect(shelf.stateOf<PlaybookVersion>('playbook_version', SECOND)).toMatchObject({ playbook_id: BREAKOUT, version: 2 });
    expect(shelf.stateOf<Playbook>('playbook', BREAKOUT).versions.map(({ name }) => name)).toEqual(['Breakout', 'Breakout, wide']);
    expect(replayed(shelf.facts)).toEqual(shelf.states);
  });

  it('is refused over a version that nobody has looked at', () => {
    const shelf = openShelf();
    shelf.publish(BREAKOUT, FIRST, breakout);
    shelf.publish(BREAKOUT, SECOND, wider, FIRST);
    const late = shelf.ask('PublishPlaybook', BREAKOUT, {
      version_id: THIRD,
      content: { ...breakout, purpose: 'in' },
      base_version_id: FIRST,
    });
    expect(isRefusal(late) && [late.code, late.sentence]).toEqual([
      'based_on_another_version',
      'This is written from version 1, and version 2 is the latest; look at what it changed, and publish on top of it.',
    ]);
    expect(shelf.publish(BREAKOUT, THIRD, breakout)).toBe('based_on_another_version');
    expect(shelf.publish(GAP, THIRD, { ...breakout, name: 'Gap' }, FIRST)).toBe('based_on_another_version');
  });

  it('is refused on a version that never came to be, also where another has its number', () => {
    const shelf = openShelf();
    shelf.publish(BREAKOUT, FIRST, breakout);
    shelf.publish(BREAKOUT, SECOND, wider, FIRST);
    const [lost, next] = [idOf(14), { ...breakout, purpose: 'in' }];
    const refused = shelf.ask('PublishPlaybook', BREAKOUT, { version_id: THIRD, content: next, base_version_id: lost });
    expect(isRefusal(refused) && refused.sentence).toBe(
      'This is written from a version that was never published, and version 2 is the latest; look at what it changed, and publish on top of it.',
    );
  });

  it('is refused where nothing is new, whatever the order of names', () => {
    const shelf = openShelf();
    shelf.publish(BREAKOUT, FIRST, breakout);
    const same = { grade_thresholds: { C: '0.60', A: 0.9 }, fields: [volume], purpose: 'pre' as const, name: 'Breakout' };
    expect(shelf.publish(BREAKOUT, SECOND, same, FIRST)).toBe('nothing_new');
  });

  it('is refused under the name of another playbook, one it has given up included', () => {
    const shelf = openShelf();
    shelf.publish(BREAKOUT, FIRST, breakout);
    shelf.publish(BREAKOUT, SECOND, { ...breakout, name: 'Break' }, FIRST);
    expect(shelf.publish(GAP, THIRD, { ...breakout, name: ' BREAKOUT' })).toBe('playbook_name_taken');
    expect(shelf.publish(GAP, THIRD, { ...breakout, name: 'Ｂreak' })).toBe('playbook_name_taken');
    expect(shelf.publish(BREAKOUT, THIRD, { ...breakout }, SECOND)).toEqual(['PlaybookVersionWritten', 'PlaybookPublished']);
  });

  it('is refused under the id of another version', () => {
    const shelf = openShelf();
    shelf.publish(BREAKOUT, FIRST, breakout);
    expect(shelf.publish(GAP, FIRST, { ...breakout, name: 'Gap' })).toBe('already_exists');
  });
});

describe('a retired playbook', () => {
  it('takes no version until it is reactivated', () => {
    const shelf = openShelf();
    shelf.publish(BREAKOUT, FIRST, breakout);
    expect(shelf.asked('RetirePlaybook', BREAKOUT, {}, 1)).toEqual(['PlaybookRetired']);
    expect(shelf.asked('RetirePlaybook', BREAKOUT, {}, 2)).toBe('playbook_retired');
    expect(shelf.publish(BREAKOUT, SECOND, wider, FIRST)).toBe('playbook_retired');
    expect(shelf.asked('ReactivatePlaybook', BREAKOUT, {}, 2)).toEqual(['PlaybookReactivated']);
    expect(shelf.asked('ReactivatePlaybook', BREAKOUT, {}, 3)).toBe('playbook_not_retired');
    expect(shelf.publish(BREAKOUT, SECOND, wider, FIRST)).toEqual(['PlaybookVersionWritten', 'PlaybookPublished']);
  });
});
