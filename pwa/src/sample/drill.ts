import type { SampleTrade } from './sampleTrade.ts';

/** Small trades in one phase, as they went: each word is a day and each letter a trade of it, won or lost. */
interface Stretch {
  readonly days: string;
  /** What one of them may come to. */
  readonly size: number;
}

const onPaper: Stretch = { days: 'W LLLL W L W W WLWLW W W W L W W W W W W W L W W W W W', size: 500 };
const oneADay: Stretch = {
  days: 'W W L W W L W W W L W L W W W L W W L W W L L W W W W L W W L W W W L W W L W W W W L W W L L W W W',
  size: 100,
};
const tooMany: Stretch = { days: 'LLW WLW LWL WLL WWL LWW LL', size: 200 };
const oneADayAgain: Stretch = { days: 'W W', size: 100 };
const steady: Stretch = { days: `${'WW L WW W WL W WL W WW LW '.repeat(6)}WW WL`, size: 200 };

const stretches = [onPaper, oneADay, tooMany, oneADayAgain, steady];

const daysOf = ({ days }: Stretch): readonly string[] => days.split(' ');

/** How many trading days back the trades that are told one by one begin; everything here lies before them. */
const UNTIL = 58;

/** How many trading days back they begin. */
const BEGAN = UNTIL + stretches.flatMap(daysOf).length;

/** The day before the first of them. */
export const firstDay = BEGAN + 1;

/** The trading day, counted back from today, on which a stretch had gone on for so many days. */
function dayWithin(stretch: Stretch, days: number): number {
  const before = stretches.slice(0, stretches.indexOf(stretch)).flatMap(daysOf).length;
  return BEGAN - before - days + 1;
}

/** When it was asked to go on before everything was shown, and when somebody was let back up by password. */
export const askedOnDay = dayWithin(oneADay, 24);
export const overriddenOnDay = dayWithin(oneADayAgain, 2);

/** From Experience up to the door of Scaling. */
export function drilledTrades(): readonly SampleTrade[] {
  let made = 0;
  return stretches.flatMap((stretch) =>
    daysOf(stretch).flatMap((day, place) =>
      Array.from(day, (letter, slot) => tradeOf(dayWithin(stretch, place + 1), slot, letter === 'W', stretch.size, (made += 1))),
    ),
  );
}

const cents = (n: number): string => (n / 100).toFixed(2);

/** Prices in cents. */
const symbols = [
  ['MOSS', 940],
  ['LARK', 1215],
  ['PEAT', 685],
  ['FJRD', 1530],
  ['BRYN', 1085],
] as const;

/** What they made and lost, in hundredths of what was at risk. */
const wins = [210, 240, 185, 260, 225, 290, 205];
const losses = [-100, -85, -100, -90, -100];

const STOP_SHARE = 0.05;

function tradeOf(day: number, slot: number, isWon: boolean, size: number, turn: number): SampleTrade {
  const [symbol, base] = symbols[turn % symbols.length] ?? symbols[0];
  const entry = base + ((turn * 37) % 90);
  const risk = Math.round(entry * STOP_SHARE);
  const hundredths = (isWon ? wins : losses)[turn % (isWon ? wins.length : losses.length)] ?? 0;
  const exit = entry + Math.round((risk * hundredths) / 100);
  const quantity = Math.floor((size * 100) / entry);
  return {
    account: 'swing',
    entered: day,
    left: day,
    slot,
    symbol,
    legs: [{ kind: 'stock', quantity: String(quantity), entry: cents(entry), exit: cents(exit) }],
    stop: cents(entry - risk),
    target: cents(entry + 2 * risk),
    tags: ['drill'],
  };
}
