import type { Id } from '@taffrail/domain/kernel';
import type { Field, Submission } from '@taffrail/domain/playbooks';
import type { Replica } from '@taffrail/replica';
import { Skeleton, Timeline, useFormats, type Formats, type TimelineEntry, PendingMark } from '@taffrail/ui';
import { useLive, useReplica } from '../../app/index.ts';
import { checklist } from '../../words/index.ts';
import { printed } from './answered.tsx';
import { readVersion } from './responses.ts';

interface Submitted {
  readonly id: Id;
  readonly at: string;
  readonly on_server: boolean;
  readonly submission: Submission;
  readonly fields: readonly Field[];
}

/** Everything that was ever submitted, newest first, each with what it said otherwise than the one before. */
export function Submissions({ responseId }: { readonly responseId: Id }) {
  const replica = useReplica();
  const formats = useFormats();
  const answer = useLive(['playbook_response', 'playbook_version'], () => readSubmitted(replica, responseId), [responseId]);
  if (answer.status !== 'ready') return <Skeleton shape="row" count={3} />;
  const told = answer.value.map((each, at, all) => entryOf(each, all[at - 1], formats));
  return <Timeline label={checklist.history} entries={told.toReversed()} />;
}

async function readSubmitted(replica: Replica, responseId: Id): Promise<readonly Submitted[]> {
  const facts = await replica.factsOf('playbook_response', responseId);
  const submitted = facts.filter(({ type }) => type === 'ResponseSubmitted');
  return Promise.all(
    submitted.map(async ({ id, occurred_at, on_server, payload }) => {
      const submission = payload as unknown as Submission;
      const version = await readVersion(replica, submission.version_id);
      return { id, at: occurred_at, on_server, submission, fields: version?.content.fields ?? [] };
    }),
  );
}

function entryOf(now: Submitted, before: Submitted | undefined, formats: Formats): TimelineEntry {
  const { evaluation, version } = now.submission;
  const cap = formats.percent(evaluation.risk_cap_pct);
  const changes = before === undefined ? [] : changesBetween(before, now, formats);
  return {
    key: now.id,
    icon: 'check',
    time: (
      <>
        {formats.dateTime(now.at)} {!now.on_server && <PendingMark />}
      </>
    ),
    title: checklist.came(evaluation.grade, formats.share(evaluation.compliance_score), cap, formats.count(version)),
    ...(changes.length > 0 && {
      body: (
        <ul>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      ),
    }),
  };
}

function changesBetween(before: Submitted, now: Submitted, formats: Formats): readonly string[] {
  const known = new Map([...before.fields, ...now.fields].map((field) => [field.key, field]));
  const answers = [...known.values()].flatMap((field) => {
    const [was, is] = [answerIn(before.submission.values, field), answerIn(now.submission.values, field)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [checklist.changed(field.label, printed(field, was, formats), printed(field, is, formats))];
  });
  const [was, is] = [before.submission.intended_risk_pct, now.submission.intended_risk_pct];
  const percent = (figure: string | null): string => (figure === null ? checklist.unanswered : formats.percent(figure));
  return was === is ? answers : [...answers, checklist.changed(checklist.intendedRisk, percent(was), percent(is))];
}

const answerIn = (values: Submission['values'], { key }: Field) => (Object.hasOwn(values, key) ? values[key] : undefined);
