import { absolute, decimal, decimalText, subtract, toNumber } from '@taffrail/domain/kernel';
import { phaseNames, type Criterion } from '@taffrail/domain/phases';
import { Button, Card, classes, Icon, useFormats, type Formats } from '@taffrail/ui';
import { mayWrite } from '../../app/index.ts';
import type { PhaseStanding } from '../../conduct/index.ts';
import { link } from '../../routes/index.ts';
import { phases as words } from '../../words/index.ts';
import css from './criteria.module.css';
import { printed } from './printed.ts';

interface CriteriaPartProps {
  readonly now: PhaseStanding;
  readonly onAsk: () => void;
}

/** Each thing the next phase asks for: its figure, how much is there, and what is missing. */
export function CriteriaPart({ now: { standing }, onAsk }: CriteriaPartProps) {
  const formats = useFormats();
  const { to_phase, criteria, can_advance } = standing.validation;
  if (to_phase === null) return <p class={css.muted}>{words.lastPhase}</p>;
  const met = criteria.filter((criterion) => criterion.met).length;
  return (
    <Card
      title={words.asksFor(phaseNames[to_phase])}
      actions={<span class={css.muted}>{words.metOf(formats.count(met), formats.count(criteria.length))}</span>}
    >
      {criteria.length === 0 ? (
        <p class={css.muted}>{words.nothingSet}</p>
      ) : (
        <ul class={css.list}>
          {criteria.map((criterion) => (
            <CriterionItem key={criterion.key} criterion={criterion} />
          ))}
        </ul>
      )}
      {!can_advance && mayWrite.value && (
        <div class={css.ask}>
          <Button onClick={onAsk}>{words.advance(phaseNames[to_phase])}</Button>
        </div>
      )}
    </Card>
  );
}

function CriterionItem({ criterion }: { readonly criterion: Criterion }) {
  const formats = useFormats();
  const { key, figure, required, met } = criterion;
  const print = (text: string) => printed[key](text, formats);
  const isMost = key === 'max_drawdown_pct';
  const isCount = key === 'min_sessions' || key === 'min_profitable_sessions' || key === 'min_trades';
  const limit = isMost ? words.atMost(print(required)) : isCount ? words.ofRequired(print(required)) : words.atLeast(print(required));
  return (
    <li class={css.item}>
      <span class={css.name}>{words.criteria[key]}</span>
      <span class={css.figures}>
        <strong>{figure === null ? '–' : print(figure)}</strong> <span class={css.muted}>{limit}</span>
      </span>
      <Meter criterion={criterion} />
      <span class={classes(css.state, met && css.met)}>
        {met && <Icon name="check" />}
        {met ? words.met : missing(criterion, formats)}
      </span>
      {figure === null && isMost && <a href={link('rules')}>{words.sayHowLarge}</a>}
    </li>
  );
}

/** Only for the eye: the figures beside it say the same. */
function Meter({ criterion: { figure, required, met } }: { readonly criterion: Criterion }) {
  const share = figure === null ? 0 : Math.min(1, toNumber(decimal(figure)) / toNumber(decimal(required)));
  return (
    <span class={classes(css.meter, met && css.full)} aria-hidden>
      <span style={{ inlineSize: `${share * 100}%` }} />
    </span>
  );
}

function missing({ key, figure, required }: Criterion, formats: Formats): string {
  if (figure === null) return unknown[key] ?? words.noTradeYet;
  const lacking = decimalText(absolute(subtract(decimal(required), decimal(figure))));
  const gap = key === 'min_avg_rr' ? formats.ratio(lacking, 'up') : printed[key](lacking, formats);
  return key === 'max_drawdown_pct' ? words.tooDeep(gap) : words.toGo(gap);
}

const unknown: { readonly [Key in Criterion['key']]?: string } = { min_avg_rr: words.noRiskYet, max_drawdown_pct: words.sizeUnknown };
