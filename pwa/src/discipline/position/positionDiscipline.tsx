import type { Breach, Override } from '@taffrail/domain/discipline';
import type { Id } from '@taffrail/domain/kernel';
import type { PositionRow } from '@taffrail/replica';
import { Icon, Section, useFormats } from '@taffrail/ui';
import { useLive, useReplica } from '../../app/index.ts';
import { useBreaches } from '../../conduct/index.ts';
import { link } from '../../routes/index.ts';
import { discipline as words, ruleNames, sentenceOfBreach } from '../../words/index.ts';
import css from './position.module.css';

/** Which rules a trade broke, and what its trader went over to make it. Of most there is nothing to say. */
export function PositionDiscipline({ positionId }: { readonly positionId: Id }) {
  const replica = useReplica();
  const symbol = replica.rows<PositionRow>('positions').value?.get(positionId)?.symbol;
  const breaches = (useBreaches() ?? []).filter(({ finding }) => finding.position_ids.includes(positionId));
  const answer = useLive(['override'], () => replica.states<Override>('override'));
  const all = answer.status === 'ready' ? answer.value.map(({ state }) => state) : [];
  const overrides = all.filter(({ position_id }) => position_id === positionId);
  return (
    <>
      {breaches.length > 0 && (
        <Section title={words.breaches}>
          <ul class={css.list}>
            {breaches.toSorted(standingFirst).map((breach) => (
              <BreachItem key={breach.id} breach={breach} symbol={symbol} />
            ))}
          </ul>
        </Section>
      )}
      {overrides.length > 0 && (
        <Section title={words.overrides}>
          {overrides.map((override) => (
            <OverrideItem key={override.id} override={override} />
          ))}
        </Section>
      )}
    </>
  );
}

function standingFirst(a: Breach, b: Breach): number {
  return Number(a.withdrawn !== null) - Number(b.withdrawn !== null) || (a.recorded_at < b.recorded_at ? 1 : -1);
}

/** One that was withdrawn stays in sight, and says why it no longer counts. */
function BreachItem({ breach: { id, finding, withdrawn }, symbol }: { readonly breach: Breach; readonly symbol: string | undefined }) {
  const formats = useFormats();
  return (
    <li>
      <a class={css.breach} href={link('breach', { id })} data-withdrawn={withdrawn !== null || undefined}>
        <Icon name={withdrawn === null ? 'breach' : 'undo'} />
        <span>
          <strong>{ruleNames[finding.rule_key]}</strong>
          <span class={css.sentence}>{sentenceOfBreach(finding, formats, symbol)}</span>
          {withdrawn !== null && (
            <span class={css.muted}>
              {words.withdrawn} {words.withdrawnBecause[withdrawn.because]}
            </span>
          )}
        </span>
      </a>
    </li>
  );
}

function OverrideItem({ override: { declared_at, reason, reasons } }: { readonly override: Override }) {
  const formats = useFormats();
  return (
    <div class={css.override}>
      <p>{reason}</p>
      <p class={css.muted}>
        {words.overriddenAt(formats.dateTime(declared_at))}. {words.over}:
      </p>
      <ul class={css.over}>
        {reasons.map(({ rule, sentence }) => (
          <li key={`${rule} ${sentence}`} class={css.muted}>
            {formats.sentence(sentence)}
          </li>
        ))}
      </ul>
    </div>
  );
}
