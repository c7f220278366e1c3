import { Badge, Button, IconButton, ListItem, LinkButton, PendingMark, useFormats, GradeMark } from '@taffrail/ui';
import { mayWrite } from '../../app/index.ts';
import { link } from '../../routes/index.ts';
import { checklist } from '../../words/index.ts';
import type { DayInstrument } from './dayInstruments.ts';
import css from './instruments.module.css';

interface InstrumentItemProps {
  readonly instrument: DayInstrument;
  /** To be filled in, or to be read by whoever may only read. */
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

/** One instrument of the day, and how far its checklist has got. */
export function InstrumentItem({ instrument, onOpen, onRemove }: InstrumentItemProps) {
  const formats = useFormats();
  const { shown, subject, isBegun } = instrument;
  const { response, playbook, isPending } = shown;
  const submission = response?.submission ?? null;
  const cap = submission && `${checklist.cap} ${formats.percent(submission.evaluation.risk_cap_pct)}`;
  const standing = cap ?? (isBegun ? checklist.begun : checklist.notBegun);
  const hasAnswers = submission !== null || isBegun;
  return (
    <ListItem
      title={
        <span class={css.symbol}>
          {submission !== null && <GradeMark grade={submission.evaluation.grade} />}
          {subject.symbol} {isPending && <PendingMark />}
          {submission?.trade_entered === true && <Badge tone="accent">{checklist.entered}</Badge>}
        </span>
      }
      note={`${playbook.name} · ${standing}`}
      end={
        <span class={css.end}>
          {typeof response?.position_id === 'string' && (
            <LinkButton tone="quiet" href={link('position', { id: response.position_id })}>
              {checklist.toTrade}
            </LinkButton>
          )}
          {mayWrite.value && (
            <Button onClick={onOpen}>{submission === null ? (isBegun ? checklist.goOn : checklist.fillIn) : checklist.answerAgain}</Button>
          )}
          {!mayWrite.value && hasAnswers && <Button onClick={onOpen}>{checklist.answers}</Button>}
          {mayWrite.value && response === undefined && (
            <IconButton icon="close" label={checklist.removeInstrument(subject.symbol)} onClick={onRemove} />
          )}
        </span>
      }
    />
  );
}
