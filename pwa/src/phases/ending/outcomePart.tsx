import { type Evidence, phaseNames, phaseOrder, type Outcome, type Phase } from '@taffrail/domain/phases';
import { Amount, classes, Icon, type Formats, useFormats, FigureTable } from '@taffrail/ui';
import { whenText } from '@taffrail/face';
import { type PhaseStanding, useMinute } from '../../conduct/index.ts';
import { phases as words } from '../../words/index.ts';
import css from './ending.module.css';

interface OutcomePartProps {
  readonly now: PhaseStanding;
  readonly outcome: Outcome;
}

/** Where it would lead, and the figures that say so, beside those of now. */
export function OutcomePart({ now, outcome: { standing, ...next } }: OutcomePartProps) {
  const formats = useFormats();
  const minute = useMinute();
  const step = standing.pending_transition;
  const direction = directionOf(now.standing.current_phase, step?.to_phase);
  return (
    <div class={css.outcome} role="status">
      <p class={classes(css.verdict, css[direction])}>
        <Icon name={icons[direction]} />
        {said[direction](phaseNames[step?.to_phase ?? now.standing.current_phase])}
      </p>
      {step?.failure_reasons?.map((sentence) => (
        <p key={sentence} class={css.muted}>
          {formats.sentence(sentence)}
        </p>
      ))}
      <FigureTable>
        <thead>
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col">{words.isNow}</th>
            <th scope="col">{words.wouldBe}</th>
          </tr>
        </thead>
        <tbody>
          {compared(now.standing.evidence, standing.evidence, formats).map(([name, before, after]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{words.nextSize}</th>
            <td>
              <Size size={now.standing.position_size} currency={standing.currency} />
            </td>
            <td>
              <Size size={next.next_position_size} currency={standing.currency} />
            </td>
          </tr>
        </tbody>
      </FigureTable>
      <p class={css.muted}>
        {words.nextSession}: {whenText(next.next_session_starts_at, minute, formats)}
      </p>
    </div>
  );
}

type Direction = 'stays' | 'goesBack' | 'goesOn';

const icons = { stays: 'check', goesBack: 'down', goesOn: 'up' } as const;
const said: { readonly [D in Direction]: (phase: string) => string } = {
  stays: words.stays,
  goesBack: words.goesBack,
  goesOn: words.goesOn,
};

function directionOf(from: Phase, to: Phase | undefined): Direction {
  if (to === undefined) return 'stays';
  return phaseOrder.indexOf(to) > phaseOrder.indexOf(from) ? 'goesOn' : 'goesBack';
}

function Size({ size, currency }: { readonly size: string; readonly currency: string }) {
  return size === '0' ? words.onPaper : <Amount value={size} currency={currency} withCurrency />;
}

/** What a trade can move, and whatever is known of it. */
function compared(before: Evidence, after: Evidence, formats: Formats): readonly (readonly [string, string, string])[] {
  const share = (text: string | null) => (text === null ? '–' : formats.share(text));
  const row = (name: keyof typeof words.evidence, print: (evidence: Evidence) => string) =>
    [words.evidence[name], print(before), print(after)] as const;
  return [
    row('trade_count', ({ trade_count }) => formats.count(trade_count)),
    row('win_rate', ({ win_rate }) => share(win_rate)),
    row('rolling_win_rate', ({ rolling_win_rate }) => share(rolling_win_rate)),
    row('avg_rr', ({ avg_rr }) => (avg_rr === null ? '–' : formats.ratio(avg_rr))),
    row('consecutive_losses', ({ consecutive_losses }) => formats.count(consecutive_losses)),
    row('worst_day_loss_pct', ({ worst_day_loss_pct }) => (worst_day_loss_pct === null ? '–' : formats.percent(worst_day_loss_pct))),
  ];
}
