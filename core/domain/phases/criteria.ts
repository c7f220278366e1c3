import { type DecimalText, compare, decimal, decimalFromInteger, decimalText, subtract } from '../kernel/index.ts';
import type { Evidence } from './evidence.ts';
import { percentText, pointsText } from './ratio.ts';
import type { AdvancementCriteria } from './settings.ts';

/** One thing that the next phase asks for: its figure, and what is missing in words. */
export interface Criterion {
  readonly key: keyof AdvancementCriteria;
  readonly figure: DecimalText | null;
  readonly required: DecimalText;
  readonly met: boolean;
  readonly sentence: string;
}

/** In the order in which they are shown. What asks for nothing is left out. */
export function criteriaOf(evidence: Evidence, criteria: AdvancementCriteria): readonly Criterion[] {
  return [
    counted('min_sessions', evidence.session_count, criteria.min_sessions, 'trading days'),
    counted('min_profitable_sessions', evidence.profitable_sessions, criteria.min_profitable_sessions, 'profitable trading days'),
    counted('min_trades', evidence.trade_count, criteria.min_trades, 'closed trades'),
    atLeast('min_win_rate', evidence.win_rate, criteria.min_win_rate, winRateWords),
    atLeast('min_avg_rr', evidence.avg_rr, criteria.min_avg_rr, averageWords),
    ...(criteria.max_drawdown_pct === null ? [] : [drawdown(evidence.max_drawdown_pct, criteria.max_drawdown_pct)]),
  ].filter(({ required }) => required !== '0');
}

function counted(key: Criterion['key'], figure: number, required: number, noun: string): Criterion {
  const missing = required - figure;
  const met = missing <= 0;
  const sentence = `${figure} of ${required} ${noun}${met ? '' : `; ${missing} more needed`}.`;
  return { key, figure: text(figure), required: text(required), met, sentence };
}

interface RatioWords {
  readonly noun: string;
  readonly say: (figure: DecimalText) => string;
  readonly gap: (figure: DecimalText, required: DecimalText) => string;
  readonly unknown: string;
}

const winRateWords: RatioWords = {
  noun: 'win rate',
  say: percentText,
  gap: (figure, required) => `${pointsText(figure, required)} short`,
  unknown: 'no trade has been closed yet',
};

const averageWords: RatioWords = {
  noun: 'average R:R',
  say: (figure) => figure,
  gap: (figure, required) => `${decimalText(subtract(decimal(required), decimal(figure)))} is missing`,
  unknown: 'no closed trade has an initial risk',
};

function atLeast(
  key: Criterion['key'],
  figure: DecimalText | null,
  required: DecimalText,
  { noun, say, gap, unknown }: RatioWords,
): Criterion {
  if (figure === null) return { key, figure, required, met: false, sentence: `The ${noun} must be at least ${say(required)}; ${unknown}.` };
  const met = compare(decimal(figure), decimal(required)) >= 0;
  const sentence = `The ${noun} is ${say(figure)} and must be at least ${say(required)}${met ? '' : `; ${gap(figure, required)}`}.`;
  return { key, figure, required, met, sentence };
}

function drawdown(figure: DecimalText | null, limit: DecimalText): Criterion {
  const key = 'max_drawdown_pct';
  const rule = `must be at most ${limit} % of the capital`;
  if (figure === null) {
    return {
      key,
      figure,
      required: limit,
      met: false,
      sentence: `The drawdown ${rule}; say in the trading rules how large the accounts are.`,
    };
  }
  const met = compare(decimal(figure), decimal(limit)) <= 0;
  return { key, figure, required: limit, met, sentence: `The drawdown is ${figure} % and ${rule}.` };
}

const text = (n: number): DecimalText => decimalText(decimalFromInteger(n));
