import type { PositionRow } from '@taffrail/replica';
import { book, registerFinder } from '../../app/index.ts';
import { go, link } from '../../routes/index.ts';
import { positionName } from './positionName.ts';
import { found } from './found.ts';

/** Positions are found by what is typed, wherever one is. */
export function offerPositions(): void {
  registerFinder((typed, formats) => {
    const now = book.value;
    const rows = now.status === 'open' ? now.replica.rows<PositionRow>('positions').value : undefined;
    return found([...(rows?.values() ?? [])], typed).map((row) => ({
      id: `position ${row.id}`,
      label: positionName(row, formats),
      icon: 'positions',
      run: () => go(link('position', { id: row.id })),
    }));
  });
}
