import { moneyText } from '@taffrail/domain/kernel';
import { Amount, Button, Card, useFormats } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { position as words } from '../../words/index.ts';
import { PlanDialog, StopDialog } from './planDialogs.tsx';
import css from './position.module.css';
import type { Show } from './show.ts';
import type { ShownPosition } from './usePosition.ts';

/** What was meant beside what was done. */
export function PlanFacts({ shown, show }: { readonly shown: ShownPosition; readonly show: Show }) {
  const formats = useFormats();
  const { state, view } = shown;
  const { plan, initial_risk: risk, currency } = state;
  const price = (text: string | null | undefined) =>
    text === null || text === undefined ? undefined : formats.price(text.replace('-', ''));
  const isOver = state.merged_into !== null;
  return (
    <Card
      title={words.planAgainstFacts}
      actions={
        !isOver && (
          <span class={css.row}>
            {typeof plan?.stop === 'string' && state.status === 'open' && (
              <Button tone="quiet" onClick={() => show((close) => <StopDialog shown={shown} onClose={close} />)}>
                {words.moveStop}
              </Button>
            )}
            <Button tone="quiet" icon="edit" onClick={() => show((close) => <PlanDialog shown={shown} onClose={close} />)}>
              {plan === null ? words.writePlan : words.changePlan}
            </Button>
          </span>
        )
      }
    >
      <table class={css.plan}>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{words.term}</span>
            </th>
            <th scope="col">{words.planned}</th>
            <th scope="col">{words.done}</th>
          </tr>
        </thead>
        <tbody>
          <Line
            name={words.entry}
            planned={price(plan?.entry)}
            done={state.fills.length > 0 ? price(view.metadata.net_debit) : undefined}
          />
          <Line
            name={words.stop}
            planned={price(plan?.stop)}
            done={typeof risk?.stop === 'string' ? words.atEntry(formats.price(risk.stop)) : undefined}
          />
          <Line name={words.target} planned={price(plan?.target)} done={undefined} />
          <Line
            name={words.risk}
            planned={plan?.risk ? <Amount value={moneyText(plan.risk)} currency={currency} /> : undefined}
            done={risk ? <Amount value={moneyText(risk.amount)} currency={currency} /> : undefined}
          />
        </tbody>
      </table>
      {typeof plan?.thesis === 'string' && <p class={css.thesis}>{plan.thesis}</p>}
    </Card>
  );
}

function Line({ name, planned, done }: { readonly name: string; readonly planned: ComponentChildren; readonly done: ComponentChildren }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{planned ?? <Nothing />}</td>
      <td>{done ?? <Nothing />}</td>
    </tr>
  );
}

const Nothing = () => (
  <span class={css.muted}>
    <span aria-hidden>{'\u2013'}</span>
    <span class="visually-hidden">{words.nothing}</span>
  </span>
);
