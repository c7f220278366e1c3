import type { WeekReview } from '@taffrail/domain/discipline';
import { compare, decimal } from '@taffrail/domain/kernel';
import { FigureTable, Nets, Section, useFormats } from '@taffrail/ui';
import { reviews as words, ruleNames } from '../../words/index.ts';
import css from './reviews.module.css';

type RuleResult = WeekReview['by_rule'][number];

/** What the trades under each broken rule came to, the worst first. */
export function ByRule({ review: { by_rule } }: { readonly review: WeekReview }) {
  const formats = useFormats();
  return (
    <Section title={words.byRule}>
      <p class={css.muted}>{words.byRuleMeaning}</p>
      <FigureTable>
        <thead>
          <tr>
            <th scope="col">{words.rule}</th>
            <th scope="col">{words.times}</th>
            <th scope="col">{words.tradesHeading}</th>
            <th scope="col">{words.net}</th>
          </tr>
        </thead>
        <tbody>
          {by_rule.toSorted(worstFirst).map(({ rule_key, breaches, trades, net_pnl }) => (
            <tr key={rule_key}>
              <th scope="row">{ruleNames[rule_key]}</th>
              <td>{formats.count(breaches)}</td>
              <td>{formats.count(trades)}</td>
              <td>
                <Nets nets={net_pnl} note={words.unknown} />
              </td>
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </Section>
  );
}

/** By the lowest that any currency came to: of two currencies, nobody can say which is the larger loss. */
function worstFirst(a: RuleResult, b: RuleResult): number {
  return compare(lowest(a), lowest(b));
}

function lowest({ net_pnl }: RuleResult) {
  const [first = decimal('0'), ...more] = net_pnl.map(({ amount }) => decimal(amount));
  return more.reduce((least, amount) => (compare(amount, least) < 0 ? amount : least), first);
}
