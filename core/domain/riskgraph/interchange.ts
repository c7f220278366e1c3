import { type Id, type Refusal, invalidInput, isRefusal } from '../kernel/index.ts';
import { type AddStrategy, addStrategyPayload } from './commands/addStrategy.ts';
import { geometrySchema, legsFromGeometry } from './geometry.ts';
import { MOST_STRATEGIES_AT_ONCE } from './limits.ts';
import { refusals } from './refusals.ts';
import { type Strategy, strategyTermsSchema } from './strategy.ts';
import { termsProblem } from './strategyLeg.ts';

const FORMAT = 'taffrail.strategies';
const FORMAT_VERSION = 1;

/** Strategies as a file of their own, to keep, to send to somebody, and to bring back. */
export function strategiesFile(strategies: readonly Strategy[]) {
  return { format: FORMAT, version: FORMAT_VERSION, strategies: strategies.map(termsOf) } as const;
}

function termsOf({ symbol, underlying, legs, debit, visible, color, label }: Strategy) {
  return { symbol, underlying, legs: legs.map(({ id: _, ...leg }) => leg), debit, visible, color, label };
}

/**
 * Reads such a file, or a list of strategies as browsers kept them before there was a server: one structure, strike and width each, in either way of
 * writing names. What is not known here is left out; what is known has to be right.
 */
export function strategiesFromFile(file: unknown, nextId: () => Id): readonly AddStrategy[] | Refusal {
  const list = listIn(file);
  if (isRefusal(list)) return list;
  if (list.length > MOST_STRATEGIES_AT_ONCE) return refusals.too_many_strategies({ count: list.length });
  const taken: AddStrategy[] = [];
  for (const [place, given] of list.entries()) {
    const terms = termsIn(recordIn(given), nextId);
    if (isRefusal(terms)) return refusals.strategy_not_understood({ place: place + 1, problem: terms.sentence.replace(/\.$/, '') });
    taken.push(terms);
  }
  return taken;
}

function listIn(file: unknown): readonly unknown[] | Refusal {
  if (Array.isArray(file)) return file;
  const outer = recordIn(file);
  const format = outer.get('format');
  if (format === FORMAT && outer.get('version') !== FORMAT_VERSION) return refusals.strategies_file_too_new();
  const list = outer.get('strategies');
  return (format === undefined || format === FORMAT) && Array.isArray(list) ? list : refusals.not_a_strategies_file();
}

type Named = ReadonlyMap<string, unknown>;

/** What an object says, without what is null, with every name written our way. */
function recordIn(value: unknown): Named {
  if (typeof value !== 'object' || value === null) return new Map();
  const entries = Object.entries(value).filter(([, part]) => part !== null);
  return new Map(entries.map(([name, part]) => [name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), part]));
}

const termNames = ['symbol', 'underlying', 'debit', 'visible', 'color', 'label'] as const;

function termsIn(given: Named, nextId: () => Id): AddStrategy | Refusal {
  const terms = Object.fromEntries(termNames.filter((name) => given.has(name)).map((name) => [name, given.get(name)]));
  const symbol = typeof terms['symbol'] === 'string' ? terms['symbol'] : 'SPX';
  const color = strategyTermsSchema.shape.color.safeParse(String(terms['color']).toLowerCase());
  const legs = given.has('legs') ? legsIn(given.get('legs'), nextId) : oldLegs(given, symbol, nextId);
  if (isRefusal(legs)) return legs;
  const underlying = terms['underlying'] ?? (given.has('symbol') ? symbol : 'I:SPX');
  const parsed = addStrategyPayload.safeParse({ ...terms, symbol, underlying, legs, color: color.success ? color.data : null });
  if (!parsed.success) return invalidInput(parsed.error);
  return termsProblem(parsed.data.legs) ?? parsed.data;
}

function legsIn(legs: unknown, nextId: () => Id): readonly unknown[] | Refusal {
  return Array.isArray(legs) ? legs.map((leg) => ({ ...(leg as object), id: nextId() })) : refusals.not_a_strategies_file();
}

/** As the first risk graphs kept a strategy. Days until it expires say nothing once the day itself is written down. */
function oldLegs(given: Named, symbol: string, nextId: () => Id): readonly unknown[] | Refusal {
  const width = given.get('width') ?? null;
  const day = given.get('expiration');
  const expiration = typeof day === 'string' ? day.slice(0, 10) : day;
  const said = { strategy: given.get('strategy'), side: given.get('side'), strike: given.get('strike'), width, expiration };
  const geometry = geometrySchema.safeParse(said);
  return geometry.success ? legsFromGeometry(geometry.data, symbol, nextId) : invalidInput(geometry.error);
}
