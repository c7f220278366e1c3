import type { Verdict } from '@taffrail/domain/discipline';
import type { Instant } from '@taffrail/domain/kernel';
import { useFormats, useIsPhone } from '@taffrail/ui';
import { verdict as words } from '../words/index.ts';
import { stopsIn } from './clearing.ts';
import { ReasonList } from './reasonList.tsx';
import css from './verdict.module.css';
import { riskText, sizeText, tradesLeftText } from './verdictFigures.ts';

interface VerdictNoteProps {
  readonly verdict: Verdict;
  readonly currency: string;
  readonly now: Instant;
  /** What was filled is recorded, whatever the rules say to it. */
  readonly hasHappened: boolean;
}

/** What the rules say to the trade that is being entered, beside the button that saves it. */
export function VerdictNote({ verdict, currency, now, hasHappened }: VerdictNoteProps) {
  const stops = stopsIn(verdict.reasons);
  const warnings = verdict.reasons.filter(({ effect }) => effect === 'warns');
  // A keyboard on a phone leaves room for the first of them all; what stops is said again before it is gone over, and Today says all of it.
  const most = useIsPhone() ? 1 : stops.length + warnings.length;
  const shown = stops.slice(0, most);
  const warned = warnings.slice(0, most - shown.length);
  const unsaid = stops.length + warnings.length - shown.length - warned.length;
  return (
    <div class={css.foot} role="status">
      {stops.length === 0 ? (
        <Allowed verdict={verdict} currency={currency} />
      ) : (
        <div class={css.stopped} data-past={hasHappened || undefined}>
          <strong>{hasHappened ? words.happened : words.stopped}</strong>
          <ReasonList reasons={shown} now={now} isPast={hasHappened} />
        </div>
      )}
      {warned.length > 0 && <ReasonList reasons={warned} now={now} />}
      {unsaid > 0 && <span class={css.muted}>{words.moreReasons(unsaid)}</span>}
    </div>
  );
}

function Allowed({ verdict, currency }: Pick<VerdictNoteProps, 'verdict' | 'currency'>) {
  const formats = useFormats();
  const parts = [
    ...(verdict.trades_left === null ? [] : [words.allowedTrades(tradesLeftText(verdict, formats))]),
    ...(verdict.allowed_risk_pct === null ? [] : [words.allowedRisk(riskText(verdict, undefined, formats))]),
    ...(verdict.allowed_size === null ? [] : [words.allowedSize(sizeText(verdict, currency, formats))]),
  ];
  if (parts.length === 0) return null;
  return (
    <p class={css.muted}>
      {words.allowed}: {parts.join(' · ')}
    </p>
  );
}
