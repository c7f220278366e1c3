import type { Side } from '../brokers/index.ts';

const buying =
  'buy long kauf kaufen acheter achat comprar compra acquista acquisto kopen köp köpa kjøp køb kup kupuję 买入 買入 買い 매수'.split(' ');
const selling =
  'sell short verkauf verkaufen vendre vente vender venta venda vendi vendita verkopen sälj sälja selg sælg sprzedaj 卖出 賣出 売り 매도'.split(
    ' ',
  );

/** What traders read on the two buttons, in the languages that brokers are used in most. */
export const sideWords: { readonly [said: string]: Side } = Object.fromEntries([
  ...buying.map((word): [string, Side] => [word, 'buy']),
  ...selling.map((word): [string, Side] => [word, 'sell']),
]);

/** The one side that a name speaks of; undefined where it speaks of none or of both. */
export function sideIn(name: string): Side | undefined {
  const sides = new Set(
    name
      .toLowerCase()
      .split(/[\s/,.()-]+/)
      .flatMap((word) => (Object.hasOwn(sideWords, word) ? [sideWords[word]] : [])),
  );
  const [side, ...others] = sides;
  return others.length === 0 ? side : undefined;
}
