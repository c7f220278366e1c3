/** One line of a made-up book. Symbols and prices are nobody's: they only move as such things do. */
export interface SampleTrade {
  readonly account: 'swing' | 'futures' | 'options';
  /** Trading days back from today, for the entry and, where it is over, the exit. */
  readonly entered: number;
  readonly left?: number;
  readonly symbol: string;
  readonly legs: readonly SampleLeg[];
  readonly stop?: string;
  readonly target?: string;
  readonly tags?: readonly string[];
  readonly thesis?: string;
  readonly lesson?: readonly [about: string, notes: string];
}

export type SampleLeg =
  | { readonly kind: 'stock'; readonly quantity: string; readonly entry: string; readonly exit?: string }
  /** Months ahead of the entry. */
  | { readonly kind: 'future'; readonly quantity: string; readonly months: number; readonly entry: string; readonly exit?: string }
  | {
      readonly kind: 'option';
      readonly quantity: string;
      readonly right: 'call' | 'put';
      readonly strike: string;
      /** Days from today to its expiry; negative where that is past. */
      readonly expires: number;
      readonly entry: string;
      readonly exit?: string;
    };

const stock = (quantity: string, entry: string, exit?: string): readonly SampleLeg[] => [
  { kind: 'stock', quantity, entry, ...(exit !== undefined && { exit }) },
];

const future = (quantity: string, entry: string, exit?: string): readonly SampleLeg[] => [
  { kind: 'future', quantity, months: 2, entry, ...(exit !== undefined && { exit }) },
];

/** Sold between two strikes, protected further out. */
const spread = (
  right: 'call' | 'put',
  strikes: readonly [string, string],
  expires: number,
  entry: readonly [string, string],
  exit?: readonly [string, string],
) =>
  strikes.map((strike, at): SampleLeg => ({
    kind: 'option',
    quantity: at === 0 ? '-2' : '2',
    right,
    strike,
    expires,
    entry: entry[at] as string,
    ...(exit && { exit: exit[at] as string }),
  }));

/** The oldest first. */
export const sampleTrades: readonly SampleTrade[] = [
  {
    account: 'swing',
    entered: 58,
    left: 52,
    symbol: 'ARBR',
    legs: stock('120', '41.20', '44.85'),
    stop: '39.80',
    target: '45.00',
    tags: ['breakout'],
    thesis: 'First close above the base of nine weeks.',
  },
  {
    account: 'futures',
    entered: 56,
    left: 56,
    symbol: 'MES',
    legs: future('2', '5412.25', '5405.50'),
    stop: '5405.50',
    target: '5430',
    tags: ['opening range'],
    lesson: ['Was the entry early?', 'The range had not been left on volume. The stop did what it is for.'],
  },
  {
    account: 'options',
    entered: 55,
    left: 41,
    symbol: 'NLTH',
    legs: spread('put', ['95', '90'], -38, ['2.10', '0.95'], ['0.35', '0.10']),
    tags: ['premium'],
  },
  {
    account: 'swing',
    entered: 51,
    left: 49,
    symbol: 'QORA',
    legs: stock('60', '128.40', '124.90'),
    stop: '125.00',
    target: '138.00',
    tags: ['pullback'],
  },
  {
    account: 'futures',
    entered: 48,
    left: 48,
    symbol: 'MES',
    legs: future('2', '5448.00', '5463.75'),
    stop: '5441.00',
    target: '5464',
    tags: ['opening range'],
  },
  {
    account: 'swing',
    entered: 46,
    left: 35,
    symbol: 'TIDE',
    legs: stock('200', '22.15', '25.60'),
    stop: '21.20',
    target: '25.50',
    tags: ['breakout'],
    lesson: ['Held to the target?', 'Yes, through two red days. The plan said why, so there was nothing to decide.'],
  },
  {
    account: 'futures',
    entered: 43,
    left: 43,
    symbol: 'MNQ',
    legs: future('-1', '19210.00', '19262.50'),
    stop: '19262.50',
    tags: ['fade'],
    lesson: ['Why against the trend?', 'Boredom. No setup of mine was there.'],
  },
  {
    account: 'options',
    entered: 40,
    left: 26,
    symbol: 'ARBR',
    legs: spread('put', ['42.5', '40'], -24, ['1.05', '0.45'], ['0.20', '0.05']),
    tags: ['premium'],
  },
  {
    account: 'swing',
    entered: 37,
    left: 36,
    symbol: 'HULL',
    legs: stock('80', '74.10', '72.30'),
    stop: '72.40',
    target: '79.00',
    tags: ['pullback'],
  },
  {
    account: 'futures',
    entered: 34,
    left: 34,
    symbol: 'MES',
    legs: future('2', '5501.50', '5519.25'),
    stop: '5494.50',
    target: '5520',
    tags: ['opening range'],
  },
  {
    account: 'swing',
    entered: 31,
    left: 20,
    symbol: 'QORA',
    legs: stock('70', '131.00', '139.20'),
    stop: '127.50',
    target: '140.00',
    tags: ['breakout'],
    thesis: 'Back above the level it failed at three weeks ago.',
  },
  {
    account: 'futures',
    entered: 28,
    left: 28,
    symbol: 'MNQ',
    legs: future('1', '19480.25', '19531.00'),
    stop: '19452.00',
    target: '19530',
    tags: ['opening range'],
  },
  {
    account: 'options',
    entered: 25,
    left: 12,
    symbol: 'NLTH',
    legs: spread('call', ['110', '115'], -9, ['1.80', '0.70'], ['2.95', '1.25']),
    tags: ['premium'],
    lesson: [
      'Why was it not closed at twice the credit?',
      'It was over the weekend. From now on the order for that goes in with the entry.',
    ],
  },
  {
    account: 'swing',
    entered: 22,
    left: 19,
    symbol: 'CAPS',
    legs: stock('150', '33.80', '33.10'),
    stop: '33.05',
    target: '36.50',
    tags: ['breakout'],
  },
  {
    account: 'futures',
    entered: 18,
    left: 18,
    symbol: 'MES',
    legs: future('2', '5533.00', '5529.75'),
    stop: '5526.00',
    target: '5551',
    tags: ['fade'],
  },
  {
    account: 'swing',
    entered: 15,
    left: 6,
    symbol: 'TIDE',
    legs: stock('180', '26.40', '28.95'),
    stop: '25.30',
    target: '29.00',
    tags: ['pullback'],
  },
  {
    account: 'futures',
    entered: 11,
    left: 11,
    symbol: 'MES',
    legs: future('3', '5560.25', '5574.00'),
    stop: '5554.00',
    target: '5575',
    tags: ['opening range'],
  },
  {
    account: 'swing',
    entered: 9,
    symbol: 'ARBR',
    legs: stock('110', '47.30'),
    stop: '45.60',
    target: '52.00',
    tags: ['breakout'],
    thesis: 'Third base, each shallower than the one before.',
  },
  { account: 'options', entered: 7, symbol: 'NLTH', legs: spread('put', ['100', '95'], 12, ['2.25', '1.05']), tags: ['premium'] },
  {
    account: 'futures',
    entered: 4,
    left: 4,
    symbol: 'MNQ',
    legs: future('1', '19702.50', '19668.00'),
    stop: '19668.00',
    tags: ['opening range'],
  },
  { account: 'swing', entered: 3, symbol: 'HULL', legs: stock('90', '77.85'), stop: '75.60', target: '84.00', tags: ['pullback'] },
  {
    account: 'options',
    entered: 2,
    symbol: 'CAPS',
    legs: [{ kind: 'option', quantity: '3', right: 'call', strike: '35', expires: 2, entry: '0.85' }],
    tags: ['earnings'],
    thesis: 'Small, and all of it may be lost.',
  },
  {
    account: 'futures',
    entered: 0,
    left: 0,
    symbol: 'MES',
    legs: future('2', '5588.00', '5599.50'),
    stop: '5581.50',
    target: '5600',
    tags: ['opening range'],
  },
];
