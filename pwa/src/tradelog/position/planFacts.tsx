import { moneyText } from '@taffrail/domain/kernel';
import { exitPriceOf, plannedRiskOf } from '@taffrail/domain/tradelog';
import { Amount, Button, Card, IconButton, useFormats, FigureTable } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { position as words } from '../../words/index.ts';
import { canChange } from './canChange.ts';
import { PlanDialog, StopDialog } from './planDialogs.tsx';
import css from './position.module.css';
import type { Show } from './show.ts';
import type { ShownPosition } from './usePosition.ts';

/** What was meant beside what was done. */
export function PlanFacts({ shown, show }: { readonly shown: ShownPosition; readonly show: Show }) {
  const formats = useFormats();
  const { state, view } = shown;
  const { plan, initial_risk: risk, currency } = state;
  const plannedRisk = plannedRiskOf(state);
  const exit = exitPriceOf(state);
  const price = (text: string | null | undefined) =>
    text === null || text === undefined ? undefined : formats.price(text.replace('-', ''));
  return (
    <Card
      title={words.planAgainstFacts}
      actions={
        canChange(shown) && (
          <span class={css.tools}>
            {typeof plan?.stop === 'string' && state.status === 'open' && (
              <Button tone="quiet" onClick={() => show((close) => <StopDialog shown={shown} onClose={close} />)}>
                {words.moveStop}
              </Button>
            )}
            <PlanButton hasPlan={plan !== null} onClick={() => show((close) => <PlanDialog shown={shown} onClose={close} />)} />
          </span>
        )
      }
    >
      <FigureTable>
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
          {exit !== undefined && <Line name={words.exit} planned={undefined} done={price(exit)} />}
          <Line
            name={words.risk}
            planned={plannedRisk && <Amount value={moneyText(plannedRisk)} currency={currency} />}
            done={risk ? <Amount value={moneyText(risk.amount)} currency={currency} /> : undefined}
          />
        </tbody>
      </FigureTable>
      {typeof plan?.thesis === 'string' && <p class={css.thesis}>{plan.thesis}</p>}
    </Card>
  );
}

function PlanButton({ hasPlan, onClick }: { readonly hasPlan: boolean; readonly onClick: () => void }) {
  return hasPlan ? (
    <IconButton icon="edit" label={words.changePlan} onClick={onClick} />
  ) : (
    <Button tone="quiet" icon="edit" onClick={onClick}>
      {words.writePlan}
    </Button>
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
