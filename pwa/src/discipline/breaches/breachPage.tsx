import type { Breach } from '@taffrail/domain/discipline';
import { BackLink, Banner, EmptyState, LinkButton, Page, Section, Skeleton, useFormats } from '@taffrail/ui';
import { type PageProps, useReplica } from '../../app/index.ts';
import { useBreaches } from '../../conduct/index.ts';
import { link } from '../../routes/index.ts';
import { breaches as words, ruleNames, sentenceOfBreach } from '../../words/index.ts';
import { BreachFigures } from './breachFigures.tsx';
import { BreachHistory } from './breachHistory.tsx';
import { BreachTrades } from './breachTrades.tsx';
import css from './breaches.module.css';
import { StateOf } from './columns.tsx';
import { useNames } from './useNames.ts';

/** One breach, and the facts it rests on. */
export function BreachPage({ params: { id } }: PageProps<'breach'>) {
  const breaches = useBreaches();
  const isFilling = ['connecting', 'loading'].includes(useReplica().line.value.state);
  const breach = breaches?.find((each) => each.id === id);
  if (breach !== undefined) return <One breach={breach} />;
  return (
    <Page title={words.one} measure="text">
      {breaches === undefined || isFilling ? (
        <Skeleton shape="card" count={3} />
      ) : (
        <EmptyState icon="search" title={words.notFound} actions={<LinkButton href={link('breaches')}>{words.title}</LinkButton>}>
          {words.notFoundMeaning}
        </EmptyState>
      )}
    </Page>
  );
}

function One({ breach }: { readonly breach: Breach }) {
  const { finding, withdrawn } = breach;
  const formats = useFormats();
  const names = useNames();
  return (
    <Page
      title={ruleNames[finding.rule_key]}
      above={<BackLink href={link('breaches')}>{words.back}</BackLink>}
      beside={<StateOf isWithdrawn={withdrawn !== null} />}
    >
      <p class={css.lead}>{sentenceOfBreach(finding, formats, names.symbolOf(finding))}</p>
      {withdrawn !== null && (
        <Banner>
          {words.withdrawnOn(formats.dateTime(withdrawn.at))} {words.withdrawnBecause[withdrawn.because]}
        </Banner>
      )}
      <div class={css.columns}>
        <div class={css.column}>
          <Section title={words.trades}>
            <BreachTrades breach={breach} />
          </Section>
          <Section title={words.history}>
            <BreachHistory breach={breach} />
          </Section>
        </div>
        <Section title={words.figures}>
          <BreachFigures breach={breach} account={names.accountOf(finding)} />
        </Section>
      </div>
    </Page>
  );
}
