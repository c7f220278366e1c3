import { asJson, isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { type BeginPhases, type Phase, phaseNames, phaseOrder, phaseProgressId, type Settings } from '@taffrail/domain/phases';
import { Banner, Button, Card, FieldGroup, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { toast, useReplica } from '../../app/index.ts';
import { phases as words } from '../../words/index.ts';
import { termsOf } from '../standing/terms.ts';
import css from './asking.module.css';

/** Said once; from there on it is earned. */
export function BeginPart({ settings }: { readonly settings: Settings }) {
  const replica = useReplica();
  const [phase, setPhase] = useState<Phase>('experience');
  const [refusal, setRefusal] = useState<Refusal>();

  async function begin(): Promise<void> {
    const payload: BeginPhases = { phase, operator_id: null };
    const answer = await replica.dispatch({ type: 'BeginPhases', aggregate_id: phaseProgressId, payload: asJson(payload) });
    if (isRefusal(answer)) setRefusal(answer);
    else toast({ text: words.begun(phaseNames[phase]) });
  }

  return (
    <Card title={words.begin}>
      <form
        class={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <p>{words.beginMeaning}</p>
        <FieldGroup bare label={words.beginIn}>
          <div class={css.choices}>
            {phaseOrder.map((each) => (
              <PhaseChoice key={each} phase={each} settings={settings} isChosen={each === phase} onChoose={() => setPhase(each)} />
            ))}
          </div>
        </FieldGroup>
        {refusal !== undefined && <Banner tone="breach">{refusal.sentence}</Banner>}
        <div>
          <Button type="submit" tone="primary">
            {words.beginAction}
          </Button>
        </div>
      </form>
    </Card>
  );
}

interface PhaseChoiceProps {
  readonly phase: Phase;
  readonly settings: Settings;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function PhaseChoice({ phase, settings, isChosen, onChoose }: PhaseChoiceProps) {
  const formats = useFormats();
  return (
    <label class={css.choice}>
      <input type="radio" name="phase" value={phase} checked={isChosen} onChange={onChoose} />
      <span class={css.words}>
        {phaseNames[phase]}
        <span class={css.muted}>{words.meant[phase]}</span>
        <span class={css.muted}>{termsOf(phase, settings, formats).join(' · ')}</span>
      </span>
    </label>
  );
}
