import type { DecimalText } from '@taffrail/domain/kernel';
import { Button, DayField, NumberField, SegmentedControl, Select, TextField } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import type { PlanNow, Typed } from '../../app/index.ts';
import type { FieldName, FieldReading } from '../../brokers/index.ts';
import { ticket as words } from '../../words/index.ts';
import { reading } from '../reading/reading.ts';
import { chooseAccount, type } from './draft.ts';
import css from './plan.module.css';
import type { PlanOnPage } from './planOnPage.ts';

interface PlanFieldsProps {
  readonly page: PlanOnPage;
  readonly plan: PlanNow;
}

const figures = [
  ['quantity', 'quantity'],
  ['entry', 'price'],
  ['stop', 'stop'],
  ['target', 'target'],
] as const;

/** What the ticket says, each in a field of its own that can be typed over. What cannot be read says so, and is never a zero. */
export function PlanFields({ page: { draft, about, sketch }, plan: { accounts, account } }: PlanFieldsProps) {
  const { typed } = draft;
  const change = (part: { [Name in keyof Typed]?: Typed[Name] | undefined }) => type(about, part);
  return (
    <div class={css.fields}>
      <div class={css.pair}>
        <TextField
          label={words.fields.symbol}
          hint={hintAt('symbol', typed.symbol)}
          autocomplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          value={sketch.symbol ?? ''}
          onChange={(symbol) => change({ symbol: symbol === '' ? undefined : symbol })}
        />
        <SegmentedControl
          label={words.fields.side}
          hint={hintAt('side', typed.side)}
          value={sketch.side}
          choices={[
            { value: 'buy', label: words.sides.buy },
            { value: 'sell', label: words.sides.sell },
          ]}
          onChange={(side) => change({ side })}
        />
      </div>
      <div class={css.pair}>
        {figures.map(([name, field]) => (
          <NumberField
            key={name}
            label={words.fields[name]}
            hint={hintAt(field, typed[name])}
            value={sketch[name]}
            onChange={(figure: DecimalText | undefined) => change({ [name]: figure })}
          />
        ))}
      </div>
      {Object.keys(typed).length > 0 && reading.value.state === 'reading' && (
        <Button tone="quiet" onClick={() => change(nothingTyped)}>
          {words.asRead}
        </Button>
      )}
      <details>
        <summary>{words.more}</summary>
        <div class={css.pair}>
          <Select
            label={words.fields.kind}
            value={sketch.kind}
            choices={[
              { value: 'stock', label: words.kinds.stock },
              { value: 'future', label: words.kinds.future },
            ]}
            onChange={(kind) => change({ kind })}
          />
          {sketch.kind === 'future' && (
            <DayField label={words.fields.expiry} value={sketch.expiry} onChange={(expiry) => change({ expiry })} />
          )}
          <NumberField
            label={words.fields.multiplier}
            optional
            value={sketch.multiplier}
            onChange={(multiplier) => change({ multiplier })}
          />
        </div>
      </details>
      {accounts.length > 1 && (
        <Select
          label={words.fields.account}
          value={account?.id}
          choices={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={chooseAccount}
        />
      )}
    </div>
  );
}

const nothingTyped = {
  symbol: undefined,
  side: undefined,
  quantity: undefined,
  entry: undefined,
  stop: undefined,
  target: undefined,
} satisfies { [Name in keyof Typed]?: undefined };

/** What is not as the ticket says it, or cannot be known from it. */
function hintAt(name: FieldName, typed: string | undefined): ComponentChildren {
  const field = fieldNow(name);
  if (field === undefined || field.state === 'absent') return undefined;
  if (typed !== undefined) return words.typed;
  if (field.state === 'read') return undefined;
  return field.why === 'empty' ? words.empty : <span class={css.unread}>{words.unreadable(name, field.why)}</span>;
}

function fieldNow(name: FieldName): FieldReading | undefined {
  const now = reading.value;
  return now.state === 'reading' && now.sighting?.seen === 'ticket' ? now.sighting.ticket.fields[name] : undefined;
}
