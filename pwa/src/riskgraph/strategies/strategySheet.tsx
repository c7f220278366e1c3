import type { Day, DecimalText, Refusal } from '@taffrail/domain/kernel';
import { exerciseOf, type MarketView, type Strategy, type StrategyLeg } from '@taffrail/domain/riskgraph';
import { Banner, Button, DayField, NumberField, Select, Sheet, TextField } from '@taffrail/ui';
import { useId, useState } from 'preact/hooks';
import { useReplica } from '../../app/index.ts';
import { riskgraph as words, shapeNames } from '../../words/index.ts';
import { adding, changing, nextId, refusalOf } from '../does.ts';
import { type DraftLeg, isFilledIn, nextLeg } from './draftLeg.ts';
import { LegFields } from './legFields.tsx';
import { fridayFrom, legsOf, structureNames, type Structure } from './presets.ts';
import css from './strategies.module.css';

interface StrategySheetProps {
  /** Left out for a new one. */
  readonly strategy?: Strategy;
  /** Of each underlying of which somebody has said where it stands. */
  readonly views: ReadonlyMap<string, MarketView>;
  readonly onClose: () => void;
}

/** A strategy put together: from a structure, then leg by leg. */
export function StrategySheet({ strategy, views, onClose }: StrategySheetProps) {
  const replica = useReplica();
  const form = useId();
  const [symbol, setSymbol] = useState(strategy?.symbol ?? 'SPX');
  const [legs, setLegs] = useState<readonly DraftLeg[]>(strategy?.legs ?? []);
  const [debit, setDebit] = useState<DecimalText | undefined>(strategy?.debit ?? undefined);
  const [label, setLabel] = useState(strategy?.label ?? '');
  const [color, setColor] = useState(strategy?.color ?? null);
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  // What is on itself stays so under another name.
  const underlying = strategy === undefined || strategy.underlying === strategy.symbol ? symbol.trim() : strategy.underlying;
  const isComplete = symbol.trim() !== '' && legs.length > 0 && legs.every(isFilledIn);

  async function save(): Promise<void> {
    if (!isComplete) return;
    const name = symbol.trim();
    const exercised = legs.map((leg) => ({
      ...leg,
      exercise: leg.instrument_type === 'option' ? (leg.exercise ?? exerciseOf(name)) : null,
    }));
    const terms = { symbol: name, underlying, legs: exercised as StrategyLeg[], debit: debit ?? null, label: label.trim() || null, color };
    const wish =
      strategy === undefined
        ? adding(nextId(replica), { ...terms, visible: true, position_id: null, template_id: null })
        : await changing(replica, strategy.id, { ...terms, reason: reason.trim() || null });
    const refused = await refusalOf(replica, wish);
    setRefusal(refused);
    if (refused === undefined) onClose();
  }

  const change = (leg: DraftLeg) => setLegs(legs.map((each) => (each.id === leg.id ? leg : each)));
  return (
    <Sheet
      open
      title={strategy === undefined ? words.newStrategy : words.changeStrategy}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" form={form} tone="primary" disabled={!isComplete}>
            {words.save}
          </Button>
        </>
      }
    >
      <form
        id={form}
        class={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField label={words.symbol} value={symbol} onChange={setSymbol} autocomplete="off" />
        {strategy === undefined && <StructureFields symbol={symbol} onLegs={setLegs} />}
        {legs.length > 0 && <h3>{words.legs}</h3>}
        {legs.map((leg, place) => (
          <LegFields
            key={leg.id}
            leg={leg}
            place={place}
            symbol={symbol.trim()}
            view={views.get(underlying)}
            onChange={change}
            onRemove={() => setLegs(legs.filter(({ id }) => id !== leg.id))}
          />
        ))}
        <div>
          <Button icon="add" onClick={() => setLegs([...legs, nextLeg(legs, nextId(replica))])}>
            {words.addLeg}
          </Button>
        </div>
        <NumberField label={words.debit} hint={words.debitHint} optional value={debit} onChange={setDebit} />
        <TextField label={words.label} optional value={label} onChange={setLabel} />
        <label class={css.color}>
          {words.color}
          <input type="color" value={color ?? '#2f7fd0'} onInput={({ currentTarget }) => setColor(currentTarget.value.toLowerCase())} />
        </label>
        {strategy !== undefined && <TextField label={words.reason} optional value={reason} onChange={setReason} />}
        {legs.length > 0 && !isComplete && <p class={css.muted}>{words.incomplete}</p>}
        {refusal !== undefined && <Banner tone="breach">{refusal.sentence}</Banner>}
      </form>
    </Sheet>
  );
}

interface StructureFieldsProps {
  readonly symbol: string;
  readonly onLegs: (legs: readonly DraftLeg[]) => void;
}

function StructureFields({ symbol, onLegs }: StructureFieldsProps) {
  const replica = useReplica();
  const [structure, setStructure] = useState<Structure>('iron_condor');
  const [centre, setCentre] = useState<DecimalText>();
  const [width, setWidth] = useState<DecimalText | undefined>('25');
  const [expiry, setExpiry] = useState<Day | undefined>(() => fridayFrom(replica.now(), 30));
  const isSaid = centre !== undefined && width !== undefined && expiry !== undefined;
  const set = () => {
    if (isSaid) onLegs(legsOf(structure, { symbol: symbol.trim(), centre, width, expiry }, () => nextId(replica)));
  };
  return (
    <fieldset class={css.structure}>
      <Select
        label={words.beginWith}
        value={structure}
        choices={structureNames.map((value) => ({ value, label: shapeNames[value] }))}
        onChange={setStructure}
      />
      <NumberField label={words.centre} value={centre} onChange={setCentre} />
      <NumberField label={words.width} value={width} onChange={setWidth} />
      <DayField label={words.expiry} value={expiry} onChange={setExpiry} />
      <div>
        <Button icon="steps" disabled={!isSaid} onClick={set}>
          {words.setLegs}
        </Button>
      </div>
    </fieldset>
  );
}
