import {
  type Decimal,
  type DecimalText,
  add,
  decimal,
  decimalFromInteger,
  decimalText,
  divide,
  isZero,
  signOf,
  sumOf,
} from '../kernel/index.ts';
import type { Evaluation } from './evaluation.ts';
import { type Grade, grades } from './grade.ts';

const MEAN_PLACES = 4;

/** A response, and how the trade it was about ended, once it has. */
export interface Use {
  readonly evaluation: Pick<Evaluation, 'compliance_score' | 'grade' | 'fields'>;
  readonly closed: {
    readonly currency: string;
    /** Null where it cannot be known. */
    readonly net: DecimalText | null;
    readonly r_multiple: DecimalText | null;
  } | null;
}

/** How trades went. A figure is null where there is nothing it could rest on. */
export interface Tally {
  readonly uses: number;
  readonly closed: number;
  /** Of the closed trades whose result is known, those that made money, as a fraction of 1. */
  readonly win_rate: DecimalText | null;
  readonly mean_r: DecimalText | null;
  readonly net: readonly { readonly currency: string; readonly amount: DecimalText }[];
}

export interface Results {
  readonly all: Tally;
  readonly mean_compliance: DecimalText | null;
  readonly by_grade: { readonly [G in Grade]: Tally };
  /** Each weighted field of any version that was answered: what came of following it, and of not. */
  readonly by_rule: readonly { readonly key: string; readonly followed: Tally; readonly broken: Tally }[];
}

export function resultsOf(uses: readonly Use[]): Results {
  const ofGrade = (grade: Grade): Tally => tallyOf(uses.filter(({ evaluation }) => evaluation.grade === grade));
  return {
    all: tallyOf(uses),
    mean_compliance: meanOf(uses.map(({ evaluation }) => evaluation.compliance_score)),
    by_grade: Object.fromEntries(grades.map((grade) => [grade, ofGrade(grade)])) as Results['by_grade'],
    by_rule: rulesIn(uses).map((key) => ({
      key,
      followed: tallyOf(uses.filter((use) => satisfies(use, key) === true)),
      broken: tallyOf(uses.filter((use) => satisfies(use, key) === false)),
    })),
  };
}

const isWeighted = ({ weight }: { readonly weight: DecimalText }): boolean => !isZero(decimal(weight));

function rulesIn(uses: readonly Use[]): readonly string[] {
  return [...new Set(uses.flatMap(({ evaluation }) => evaluation.fields.filter(isWeighted).map(({ key }) => key)))];
}

/** Undefined where the version that was answered did not weigh it. */
function satisfies({ evaluation }: Use, key: string): boolean | undefined {
  return evaluation.fields.find((field) => field.key === key && isWeighted(field))?.satisfied;
}

function tallyOf(uses: readonly Use[]): Tally {
  const closed = uses.flatMap((use) => use.closed ?? []);
  const known = closed.flatMap(({ currency, net }) => (net === null ? [] : [{ currency, net: decimal(net) }]));
  const wins = known.filter(({ net }) => signOf(net) > 0).length;
  return {
    uses: uses.length,
    closed: closed.length,
    win_rate: known.length === 0 ? null : decimalText(divide(decimalFromInteger(wins), decimalFromInteger(known.length), MEAN_PLACES)),
    mean_r: meanOf(closed.flatMap(({ r_multiple }) => r_multiple ?? [])),
    net: netsOf(known),
  };
}

/** Money of different kinds is not added up. */
function netsOf(known: readonly { readonly currency: string; readonly net: Decimal }[]): Tally['net'] {
  const sums = new Map<string, Decimal>();
  for (const { currency, net } of known) sums.set(currency, add(sums.get(currency) ?? decimal('0'), net));
  return [...sums]
    .map(([currency, sum]) => ({ currency, amount: decimalText(sum) }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}

function meanOf(texts: readonly DecimalText[]): DecimalText | null {
  if (texts.length === 0) return null;
  return decimalText(divide(sumOf(texts.map(decimal)), decimalFromInteger(texts.length), MEAN_PLACES));
}
