import {
  Checkbox,
  Combobox,
  DayField,
  MoneyField,
  NumberField,
  Rating,
  Section,
  SegmentedControl,
  Select,
  Switch,
  TagsField,
  TextArea,
  TextField,
  TimeField,
} from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { gallery } from '../words/index.ts';
import css from './partsPage.module.css';

const symbols = ['AAPL', 'AMD', 'AMZN', 'ES', 'MSFT', 'SPY'];
const instruments = [
  { value: 'stock', label: gallery.stock },
  { value: 'future', label: gallery.future },
  { value: 'option', label: gallery.option },
] as const;

export function Fields() {
  return (
    <Section title={gallery.fields}>
      <div class={css.stack}>
        <Written />
        <Chosen />
      </div>
    </Section>
  );
}

function Written() {
  const [text, setText] = useState('');
  const [quantity, setQuantity] = useState<string | undefined>('1250.5');
  const [risk, setRisk] = useState<string>();
  const [symbol, setSymbol] = useState('');
  const [note, setNote] = useState('');
  const found = symbols.filter((one) => one.startsWith(symbol)).map((one) => ({ value: one, label: one, note: gallery.stock }));
  return (
    <div class={css.pair}>
      <TextField label={gallery.textField} hint={gallery.hint} placeholder={gallery.placeholder} value={text} onChange={setText} />
      <TextField label={gallery.wrongField} error={gallery.error} value={gallery.wrongValue} onChange={() => {}} />
      <Combobox label={gallery.symbol} upperCase value={symbol} suggestions={found} onChange={setSymbol} />
      <NumberField label={gallery.quantity} value={quantity} onChange={setQuantity} />
      <MoneyField label={gallery.risk} currency="USD" optional value={risk} onChange={setRisk} />
      <TextField label={gallery.disabled} disabled value={gallery.wrongValue} onChange={() => {}} />
      <TextArea label={gallery.note} value={note} onChange={setNote} />
    </div>
  );
}

function Chosen() {
  const [instrument, setInstrument] = useState<(typeof instruments)[number]['value']>('stock');
  const [day, setDay] = useState<string | undefined>('2026-03-02');
  const [time, setTime] = useState<string | undefined>('14:30');
  const [tags, setTags] = useState<readonly string[]>(['breakout', 'earnings']);
  const [steps, setSteps] = useState<number>();
  const [isOn, setOn] = useState(true);
  const [isChecked, setChecked] = useState(true);
  return (
    <div class={css.stack}>
      <div class={css.pair}>
        <Select label={gallery.instrument} value={instrument} choices={instruments} onChange={setInstrument} />
        <DayField label={gallery.dayField} value={day} onChange={setDay} />
        <TimeField label={gallery.timeField} value={time} onChange={setTime} />
      </div>
      <SegmentedControl label={gallery.instrument} value={instrument} choices={instruments} onChange={setInstrument} />
      <SegmentedControl label={gallery.instrument} error={gallery.notChosen} value={undefined} choices={instruments} onChange={() => {}} />
      <Rating label={gallery.rating} from={1} to={5} value={steps} onChange={setSteps} onClear={() => setSteps(undefined)} />
      <TagsField label={gallery.tags} value={tags} known={['breakout', 'earnings', 'gap', 'reversal']} onChange={setTags} />
      <div>
        <Checkbox label={gallery.checkbox} hint={gallery.hint} checked={isChecked} onChange={setChecked} />
      </div>
      <div>
        <Checkbox wide label={gallery.checkbox} hint={gallery.hint} checked={isChecked} onChange={setChecked} />
      </div>
      <div>
        <Checkbox label={gallery.partly} partly checked={false} onChange={() => {}} />
      </div>
      <Switch label={gallery.switch} hint={gallery.hint} on={isOn} onChange={setOn} />
      <Switch label={gallery.disabled} on={false} disabled onChange={() => {}} />
    </div>
  );
}
