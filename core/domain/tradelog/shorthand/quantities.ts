import { decimal, decimalText, multiply, negate, type DecimalText } from '../../kernel/index.ts';

const QUANTITIES = /^[+-]?\d+(?:\.\d+)?(?:\/[+-]?\d+(?:\.\d+)?)*$/;

/** `100`, `+100`, `-2` or `+1/-2/+1`. */
export function quantitiesIn(text: string): readonly DecimalText[] | undefined {
  if (!QUANTITIES.test(text)) return undefined;
  return text.split('/').map((quantity) => decimalText(decimal(quantity.replace('+', ''))));
}

/** What buying one of a structure means: a vertical is long its first strike, a butterfly its wings. */
const structures: { readonly [legs: number]: readonly DecimalText[] } = { 1: ['1'], 2: ['1', '-1'], 3: ['1', '-2', '1'] };

/** One quantity for each leg; a single one is of the structure that so many strikes make. Undefined where it cannot be told. */
export function quantitiesOfLegs(given: readonly DecimalText[], legs: number, sold: boolean): readonly DecimalText[] | undefined {
  const [only] = given;
  const ratio = structures[legs];
  const all = given.length === legs ? given : given.length === 1 && only && ratio?.map((part) => times(only, part));
  if (!all) return undefined;
  return sold ? all.map((quantity) => decimalText(negate(decimal(quantity)))) : all;
}

const times = (a: DecimalText, b: DecimalText): DecimalText => decimalText(multiply(decimal(a), decimal(b)));
