import type { Submission } from '@taffrail/domain/playbooks';
import { Badge, Button, Card, PendingMark, useFormats, GradeMark } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { mayWrite } from '../../app/index.ts';
import { checklist } from '../../words/index.ts';
import { boundBy } from '@taffrail/face';
import { Answered } from './answered.tsx';
import type { JournalParts } from './journalParts.ts';
import css from './response.module.css';
import type { ShownResponse } from './responses.ts';
import { Submissions } from './submissions.tsx';

interface ResponseCardProps {
  readonly shown: ShownResponse;
  readonly journal: JournalParts | undefined;
  /** To be gone on with, or to be read by whoever may only read. */
  readonly onOpen: () => void;
  /** What it was about, where that is not the page it stands on. */
  readonly about?: ComponentChildren;
}

/** What a trade or an instrument came to by one playbook, and what of it can be looked at. */
export function ResponseCard({ shown, journal, onOpen, about }: ResponseCardProps) {
  const [open, setOpen] = useState<'answers' | 'history'>();
  const { playbook, response } = shown;
  const submission = response?.submission ?? null;
  const toggle = (what: 'answers' | 'history') => setOpen(open === what ? undefined : what);
  return (
    <Card>
      <div class={css.panel}>
        {submission === null ? <Begun name={playbook.name} /> : <Came shown={shown} submission={submission} />}
        {about}
        <div class={css.actions}>
          {mayWrite.value && (
            <Button tone={submission === null ? 'primary' : 'secondary'} onClick={onOpen}>
              {submission === null ? checklist.goOn : checklist.answerAgain}
            </Button>
          )}
          {!mayWrite.value && submission === null && <Button onClick={onOpen}>{checklist.answers}</Button>}
          {submission !== null && (
            <Button tone="quiet" aria-expanded={open === 'answers'} onClick={() => toggle('answers')}>
              {checklist.answers}
            </Button>
          )}
          {response !== undefined && response.submissions > 1 && (
            <Button tone="quiet" aria-expanded={open === 'history'} onClick={() => toggle('history')}>
              {checklist.history}
            </Button>
          )}
        </div>
        {open === 'answers' && submission !== null && <Answered shown={shown} submission={submission} journal={journal} />}
        {open === 'history' && <Submissions responseId={shown.id} />}
      </div>
    </Card>
  );
}

const Begun = ({ name }: { readonly name: string }) => (
  <div class={css.names}>
    <h3 class={css.name}>{name}</h3>
    <span class={css.muted}>{checklist.begun}</span>
  </div>
);

interface CameProps {
  readonly shown: ShownResponse;
  readonly submission: Submission;
}

/** The grade first, because it says what may be risked. */
function Came({ shown: { playbook, latest, isPending }, submission }: CameProps) {
  const formats = useFormats();
  const { evaluation, intended_risk_pct, version, submitted_at } = submission;
  const cap = formats.percent(evaluation.risk_cap_pct);
  const isOld = version < latest.version;
  return (
    <>
      <div class={css.head}>
        <GradeMark grade={evaluation.grade} />
        <div class={css.names}>
          <h3 class={css.name}>
            {playbook.name} {isPending && <PendingMark />}
          </h3>
          <span class={css.muted}>
            {checklist.answeredWith(formats.count(version), formats.dateTime(submitted_at))}
            {isOld && ` ${checklist.newer(formats.count(latest.version))}`}
          </span>
        </div>
        {evaluation.risk_cap_exceeded && intended_risk_pct !== null && (
          <Badge tone="warning">{checklist.exceeded(formats.percent(intended_risk_pct), cap)}</Badge>
        )}
      </div>
      <dl class={css.figures}>
        <div>
          <dt>{checklist.compliance}</dt>
          <dd>{formats.share(evaluation.compliance_score)}</dd>
        </div>
        <div>
          <dt>{checklist.cap}</dt>
          <dd>
            {cap} <span class={css.muted}>{boundBy(evaluation)}</span>
          </dd>
        </div>
        {intended_risk_pct !== null && (
          <div>
            <dt>{checklist.intendedRisk}</dt>
            <dd>{formats.percent(intended_risk_pct)}</dd>
          </div>
        )}
      </dl>
    </>
  );
}
