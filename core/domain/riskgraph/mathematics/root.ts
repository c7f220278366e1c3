/**
 * Where a continuous function that has different signs at two ends is zero, by Chandrupatla's method (1997): inverse quadratic steps where the
 * function is tame enough for them, halves where it is not, and never outside the bracket.
 */
export function rootBetween(f: (x: number) => number, from: number, to: number): number {
  let [a, b] = [to, from];
  let [fa, fb] = [f(a), f(b)];
  let [c, fc] = [a, fa];
  let share = 0.5;
  for (let step = 0; step < MOST_STEPS; step++) {
    const x = a + share * (b - a);
    const fx = f(x);
    if (Math.sign(fx) === Math.sign(fa)) [c, fc] = [a, fa];
    else [c, fc, b, fb] = [b, fb, a, fa];
    [a, fa] = [x, fx];
    const nearest = Math.abs(fa) < Math.abs(fb) ? a : b;
    const least = (2 * Number.EPSILON * Math.abs(nearest)) / Math.abs(b - c);
    if (fa === 0 || fb === 0 || least > 0.5) return fb === 0 ? b : fa === 0 ? a : nearest;
    share = Math.min(1 - least, Math.max(least, nextShare(a, fa, b, fb, c, fc)));
  }
  return a;
}

function nextShare(a: number, fa: number, b: number, fb: number, c: number, fc: number): number {
  const place = (a - b) / (c - b);
  const height = (fa - fb) / (fc - fb);
  const isTame = height * height < place && (1 - height) * (1 - height) < 1 - place;
  if (!isTame) return 0.5;
  return (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb));
}

const MOST_STEPS = 200;
