import { asJson, isRefusal, type Id, type Refusal } from '@taffrail/domain/kernel';
import { asksForRisk, intendedRisk, type PlaybookVersion } from '@taffrail/domain/playbooks';
import type { HeldDocument } from '@taffrail/replica/documents';
import { Banner, Button, Checkbox, NumberField, Skeleton, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { mayWrite, People, SavedLine, toast, useLive, useReplica, useUnsaved } from '../../app/index.ts';
import { checklist } from '../../words/index.ts';
import { ChecklistForm } from '@taffrail/face';
import { evidenceSlot } from '../evidence/evidenceSlot.tsx';
import { AccountChoice } from './accountChoice.tsx';
import { commentSlot } from './commentSlot.tsx';
import type { JournalParts } from './journalParts.ts';
import { NewerVersion } from './newerVersion.tsx';
import css from './response.module.css';
import { Reading } from './reading.tsx';
import { readAccountCap, useVersion, type ShownResponse } from './responses.ts';
import { writtenIn } from './writtenField.tsx';
import { judge, percentIn, riskBeside, useAnswers, useVersionId } from './useAnswers.ts';

interface FillingProps {
  readonly shown: ShownResponse;
  readonly held: HeldDocument;
  readonly accountId: Id | null;
  readonly journal: JournalParts | undefined;
  readonly onDone: () => void;
}

export function Filling(props: FillingProps) {
  const { shown, held } = props;
  const version = useVersion(useVersionId(held, shown.response, shown.latest.id));
  if (version.status !== 'ready' || version.value === undefined) return <Skeleton shape="row" count={8} />;
  const Shown = mayWrite.value ? Form : Reading;
  return <Shown {...props} version={version.value} />;
}

function Form({ shown, held, accountId, journal, onDone, version }: FillingProps & { readonly version: PlaybookVersion }) {
  const replica = useReplica();
  const formats = useFormats();
  const { subject, playbook, response } = shown;
  const on = { held, shown, journal };
  const filling = useAnswers(held, version, response?.submission ?? null);
  const { head, values, comments, answer, say } = filling;
  const account = accountId ?? head.account_id;
  const cap = useLive(['account'], () => readAccountCap(replica, account), [account]);
  const evaluation = judge(version, filling, cap.status === 'ready' ? cap.value : null);
  const said = riskBeside(version, head);
  const [tries, setTries] = useState(0);
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  useUnsaved(!held.saved.value.onDevice);

  async function submit(): Promise<void> {
    setTries(tries + 1);
    if (evaluation.fields.some(({ problem }) => problem !== null)) return;
    setSending(true);
    const { trade_entered } = head;
    const ofInstrument = subject.type === 'instrument' ? { trade_entered, account_id: account } : {};
    const payload = {
      subject,
      playbook_id: playbook.id,
      version_id: version.id,
      values,
      comments,
      intended_risk_pct: said,
      ...ofInstrument,
    };
    const done = await replica.dispatch({ type: 'SubmitResponse', aggregate_id: shown.id, payload: asJson(payload) });
    setSending(false);
    if (isRefusal(done)) return setRefusal(done);
    toast({ text: checklist.submitted(playbook.name, evaluation.grade, formats.percent(evaluation.risk_cap_pct)) });
    onDone();
  }

  return (
    <div class={css.filling}>
      <p class={css.standing}>
        <span>{checklist.version(formats.count(version.version))}</span>
        <SavedLine held={held} isBlank={head.version_id === null} />
        <People held={held} />
      </p>
      {version.version < shown.latest.version && (
        <NewerVersion from={version} to={shown.latest} onTake={() => say({ version_id: shown.latest.id })} />
      )}
      <ChecklistForm
        fields={version.content.fields}
        answers={values}
        onAnswer={answer}
        evaluation={evaluation}
        comments={commentSlot(on, comments)}
        evidence={evidenceSlot(shown, version, journal)}
        writing={writtenIn(on)}
        intendedRisk={intendedRisk(version.content.fields, values, percentIn(said)) ?? undefined}
        tries={tries}
        actions={
          <Button tone="primary" busy={isSending} onClick={() => void submit()}>
            {response?.submission ? checklist.submitAgain : checklist.submit}
          </Button>
        }
      >
        <div class={css.terms}>
          {subject.type === 'instrument' && <AccountChoice accountId={account} onChange={(account_id) => say({ account_id })} />}
          {!asksForRisk(version.content.fields) && (
            <NumberField
              label={checklist.intendedRisk}
              hint={checklist.intendedRiskHint}
              optional
              enterKeyHint="done"
              error={isPercent(said) ? undefined : checklist.notAPercentage}
              value={said ?? undefined}
              onChange={(percent) => say({ intended_risk_pct: percent ?? null })}
            />
          )}
          {subject.type === 'instrument' && (
            <Checkbox
              wide
              label={checklist.tradeEntered}
              checked={head.trade_entered === true}
              onChange={(isEntered) => say({ trade_entered: isEntered })}
            />
          )}
        </div>
        {refusal !== undefined && <Banner tone="breach">{refusal.sentence}</Banner>}
      </ChecklistForm>
    </div>
  );
}

const isPercent = (text: string | null): boolean => text === null || percentIn(text) !== undefined;
