import { expect, test } from 'vitest';
import { ACCOUNT, bookWithAccount, fillOf, idOf, stock } from './testing/book.ts';
import { fillsCsv, positionsCsv } from './index.ts';

const NEW = idOf(10);
const OLD = idOf(20);

function tradedBook() {
  const book = bookWithAccount();
  book.did('CreatePosition', NEW, { account_id: ACCOUNT, symbol: 'AAPL', tags: ['=cmd()', 'gap'], legs: [stock(idOf(11))] });
  book.did('CreatePosition', OLD, { account_id: ACCOUNT, symbol: 'MSFT', legs: [stock(idOf(21))] });
  book.did('RecordFill', NEW, fillOf(idOf(11), '100', '10.5', { fees: '1.25' }), {
    occurred_at: '2026-03-10T15:00:00.000Z',
  });
  book.did('RecordFill', OLD, fillOf(idOf(21), '-7', '20'), { occurred_at: '2026-03-10T14:00:00.000Z' });
  return [book.view(NEW), book.view(OLD)];
}

const rowsOf = (text: string): Record<string, string>[] => {
  const [head = '', ...lines] = text.trimEnd().split('\r\n');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, n) => [head.split(',')[n], cell])));
};

test('a position is a row, with its trading days and what it came to', () => {
  const rows = rowsOf(positionsCsv(tradedBook()));
  expect(rows).toMatchObject([
    { id: NEW, symbol: 'AAPL', status: 'open', opened_day: '2026-03-10', closed_day: '', tags: "'=cmd() gap" },
    { id: OLD, symbol: 'MSFT' },
  ]);
});

test('what somebody else knows of a position stands behind what is its own', () => {
  const text = positionsCsv(tradedBook(), { grade: ({ id }) => (id === NEW ? 'B' : null) });
  expect(rowsOf(text)).toMatchObject([
    { id: NEW, grade: 'B' },
    { id: OLD, grade: '' },
  ]);
  expect(text.split('\r\n')[0]?.endsWith(',grade')).toBe(true);
});

test('fills of all positions are in market order, each with what was traded', () => {
  expect(rowsOf(fillsCsv(tradedBook()))).toMatchObject([
    { position_id: OLD, symbol: 'MSFT', quantity: '-7', price: '20', fees: '0' },
    {
      position_id: NEW,
      symbol: 'AAPL',
      instrument_type: 'stock',
      quantity: '100',
      price: '10.5',
      fees: '1.25',
      currency: 'USD',
      voided: 'false',
    },
  ]);
});
