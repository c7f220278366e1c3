import { moneyText, type DecimalText } from '@taffrail/domain/kernel';
import type { Fill } from '@taffrail/domain/tradelog';
import { Amount, Button, DefinitionList, Dialog, RMultiple, useFormats, type Formats } from '@taffrail/ui';
import { contractName } from '../../app/index.ts';
import { noteWords, position as words } from '../../words/index.ts';
import { sidedQuantity } from '../orders/describe.ts';
import css from './position.module.css';
import type { ShownPosition } from './usePosition.ts';

export type FigureName = 'net' | 'r' | 'risk';

interface OriginDialogProps {
  readonly shown: ShownPosition;
  readonly figure: FigureName;
  readonly onClose: () => void;
}

/** Where a figure comes from: how it is worked out, and the facts it rests on. */
export function OriginDialog({ shown, figure, onClose }: OriginDialogProps) {
  const formats = useFormats();
  return (
    <Dialog
      open
      title={words.origins[figure]}
      onClose={onClose}
      actions={
        <Button tone="primary" onClick={onClose}>
          {words.good}
        </Button>
      }
    >
      <div class={css.origin}>
        <p>{words.formulas[figure]}</p>
        <Parts shown={shown} figure={figure} />
        <h3>{words.restsOn}</h3>
        <ul class={css.originFacts}>
          {factsBehind(shown, figure).map((fill) => (
            <li key={fill.id}>{fillText(shown, fill, formats)}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function Parts({ shown, figure }: Omit<OriginDialogProps, 'onClose'>) {
  const formats = useFormats();
  const { state, view, account } = shown;
  const { gross, fees, net } = view.metadata.realised_pnl;
  const { currency } = account;
  const risk = state.initial_risk;
  const amount = (value: DecimalText | null, result: boolean) => <Amount value={value} currency={currency} result={result} withCurrency />;
  if (figure === 'net') {
    return (
      <DefinitionList
        items={[
          { key: 'gross', term: words.gross, value: amount(gross, true) },
          { key: 'fees', term: words.feesPaid, value: amount(fees, false) },
          { key: 'net', term: words.net, value: amount(net, true) },
        ]}
      />
    );
  }
  const basis = risk === null ? words.noBasis : words.bases[risk.basis];
  if (figure === 'risk') {
    return (
      <DefinitionList
        items={[
          { key: 'basis', term: words.basis, value: basis },
          ...(typeof risk?.stop === 'string' ? [{ key: 'stop', term: words.stopThen, value: formats.price(risk.stop) }] : []),
          { key: 'risk', term: words.initialRisk, value: amount(risk && moneyText(risk.amount), false) },
        ]}
      />
    );
  }
  const note = view.metadata.notes['r_multiple'];
  return (
    <DefinitionList
      items={[
        { key: 'net', term: words.net, value: amount(net, true) },
        { key: 'risk', term: words.initialRisk, value: amount(risk && moneyText(risk.amount), false) },
        { key: 'r', term: 'R', value: <RMultiple value={view.metadata.r_multiple} note={note && noteWords[note]} /> },
      ]}
    />
  );
}

/** The result rests on every fill; the risk only on those of the entry. */
function factsBehind({ state }: ShownPosition, figure: FigureName): readonly Fill[] {
  const live = state.fills.filter(({ voided }) => !voided);
  if (figure !== 'risk') return live;
  const ids = new Set(state.initial_risk?.rests_on.flatMap(({ fill_ids }) => fill_ids));
  return live.filter(({ id }) => ids.has(id));
}

function fillText({ state }: ShownPosition, { leg_id, quantity, price, occurred_at }: Fill, formats: Formats): string {
  const leg = state.legs.find(({ id }) => id === leg_id);
  const what = `${sidedQuantity(quantity, words.sides, formats)} ${leg === undefined ? '' : contractName(leg, formats)}`;
  return `${what} ${price === null ? '' : `${words.at} ${formats.price(price)}`} · ${formats.exactTime(occurred_at)}`;
}
