import { type Day, type DecimalText, futureMultiplier } from '../../kernel/index.ts';
import type { Leg } from '../leg.ts';
import { contractsIn, type Contract } from './contract.ts';
import { expiryIn } from './expiry.ts';
import { quantitiesIn, quantitiesOfLegs } from './quantities.ts';

/**
 * A trade in one line, as traders say it: `+100 AAPL 187.20 s 184 t 195 #breakout`,
 * `+1 SPX 15FEB30 6100/6150C 12.50/7.25`, `sell 2 MESZ26 18DEC26 5210.25`.
 */
export interface Shorthand {
  readonly symbol: string | undefined;
  readonly legs: readonly SaidLeg[];
  /** Said for the structure as a whole, so it belongs to the plan and not to a fill. */
  readonly entry: DecimalText | undefined;
  readonly stop: DecimalText | undefined;
  readonly target: DecimalText | undefined;
  readonly risk: DecimalText | undefined;
  readonly fees: DecimalText | undefined;
  readonly tags: readonly string[];
  /** What could not be read, so that a screen can point at it. */
  readonly unread: readonly string[];
}

export interface SaidLeg extends Pick<Leg, 'instrument_type' | 'expiry' | 'strike' | 'right' | 'quantity'> {
  /** Without one, the leg is planned. */
  readonly price: DecimalText | undefined;
}

type Amount = 'stop' | 'target' | 'risk' | 'fees';

const amountWords: { readonly [word: string]: Amount } = {
  s: 'stop',
  stop: 'stop',
  t: 'target',
  target: 'target',
  r: 'risk',
  risk: 'risk',
  f: 'fees',
  fees: 'fees',
};
const directions: { readonly [word: string]: 'bought' | 'sold' } = {
  b: 'bought',
  buy: 'bought',
  bought: 'bought',
  long: 'bought',
  s: 'sold',
  sell: 'sold',
  sold: 'sold',
  short: 'sold',
};

const SYMBOL = /^[/^]?[A-Z][A-Z0-9.:_-]*$/i;
const PRICES = /^@?(-?\d+(?:\.\d+)?(?:\/-?\d+(?:\.\d+)?)*)$/;
const AMOUNT = /^\d+(?:\.\d+)?$/;
const AMOUNT_WITH_WORD = /^([strf])(\d+(?:\.\d+)?)$/i;

interface Heard {
  sold: boolean;
  quantities: readonly DecimalText[] | undefined;
  symbol: string | undefined;
  expiry: Day | undefined;
  contracts: readonly Contract[] | undefined;
  prices: readonly DecimalText[] | undefined;
  amounts: { [amount in Amount]?: DecimalText };
  tags: string[];
  unread: string[];
}

export function readShorthand(line: string, today: Day): Shorthand {
  const heard: Heard = {
    sold: false,
    quantities: undefined,
    symbol: undefined,
    expiry: undefined,
    contracts: undefined,
    prices: undefined,
    amounts: {},
    tags: [],
    unread: [],
  };
  const words = line.split(/\s+/).filter((word) => word !== '');
  for (let place = 0; place < words.length;) place += hear(heard, words[place] ?? '', words[place + 1], today);
  return understood(heard);
}

/** Gives how many words were taken. */
function hear(heard: Heard, word: string, next: string | undefined, today: Day): 1 | 2 {
  const direction = heard.symbol === undefined ? directions[word.toLowerCase()] : undefined;
  if (direction !== undefined && next !== undefined && quantitiesIn(next)) {
    heard.sold = direction === 'sold';
    return 1;
  }
  const amount = heard.symbol === undefined ? undefined : amountWords[word.toLowerCase()];
  if (amount !== undefined && next !== undefined && AMOUNT.test(next)) {
    heard.amounts[amount] = next;
    return 2;
  }
  hearAlone(heard, word, today);
  return 1;
}

function hearAlone(heard: Heard, word: string, today: Day): void {
  const [, letter, amount] = (heard.symbol !== undefined && AMOUNT_WITH_WORD.exec(word)) || [];
  if (word.startsWith('#') && word.length > 1) heard.tags.push(word.slice(1));
  else if (letter !== undefined && amount !== undefined) heard.amounts[amountWords[letter.toLowerCase()] as Amount] = amount;
  else if (!heard.quantities && !heard.symbol && quantitiesIn(word)) heard.quantities = quantitiesIn(word);
  else if (!heard.expiry && expiryIn(word, today)) heard.expiry = expiryIn(word, today);
  else if (!heard.contracts && contractsIn(word)) heard.contracts = contractsIn(word);
  else if (!heard.symbol && SYMBOL.test(word)) heard.symbol = word.toUpperCase();
  else if (heard.symbol && !heard.prices && PRICES.test(word)) heard.prices = PRICES.exec(word)?.[1]?.split('/');
  else heard.unread.push(word);
}

function understood({ sold, quantities = ['1'], symbol, expiry, contracts, prices, amounts, tags, unread }: Heard): Shorthand {
  const terms = contracts ?? [{ strike: null, right: null }];
  const ofLegs = quantitiesOfLegs(quantities, terms.length, sold);
  const eachHasPrice = prices?.length === terms.length;
  const instrument_type = instrumentOf(symbol, contracts, expiry);
  return {
    symbol,
    legs: (ofLegs ?? []).map((quantity, place) => ({
      instrument_type,
      expiry: expiry ?? null,
      strike: terms[place]?.strike ?? null,
      right: terms[place]?.right ?? null,
      quantity,
      price: eachHasPrice ? prices[place] : undefined,
    })),
    entry: prices && !eachHasPrice && prices.length === 1 ? prices[0] : undefined,
    stop: amounts.stop,
    target: amounts.target,
    risk: amounts.risk,
    fees: amounts.fees,
    tags,
    unread: [
      ...unread,
      ...(ofLegs ? [] : [quantities.join('/')]),
      ...(prices && !eachHasPrice && prices.length > 1 ? [prices.join('/')] : []),
    ],
  };
}

/** An expiry without a strike is a future's; so is a symbol that says so. */
function instrumentOf(
  symbol: string | undefined,
  contracts: readonly Contract[] | undefined,
  expiry: Day | undefined,
): Leg['instrument_type'] {
  if (contracts) return 'option';
  const isFuture = expiry !== undefined || (symbol !== undefined && (symbol.startsWith('/') || isContractOfFuture(symbol)));
  return isFuture ? 'future' : 'stock';
}

const isContractOfFuture = (symbol: string): boolean => /[FGHJKMNQUVXZ]\d{1,2}$/.test(symbol) && futureMultiplier(symbol) !== undefined;
