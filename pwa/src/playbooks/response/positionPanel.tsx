import type { Id } from '@taffrail/domain/kernel';
import { Button, Card, ErrorState, LinkButton, Section, Skeleton } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { mayWrite, sentenceOf, useBook, useLive } from '../../app/index.ts';
import { link } from '../../routes/index.ts';
import { checklist } from '../../words/index.ts';
import { FillingSheet } from './fillingSheet.tsx';
import type { JournalParts } from './journalParts.ts';
import { LinkedResponses } from './linkedResponses.tsx';
import { PlaybookChoice } from './playbookChoice.tsx';
import { readPositionResponses, type PositionResponses } from './positionResponses.ts';
import css from './response.module.css';
import { ResponseCard } from './responseCard.tsx';

interface PositionPanelProps {
  readonly positionId: Id;
  readonly journal: JournalParts | undefined;
}

const types = ['playbook', 'playbook_version', 'playbook_response', 'position', 'account'];

/** How a trade measures up to its playbooks: what was answered, what is being answered, and which one fits. */
export function PositionPanel({ positionId, journal }: PositionPanelProps) {
  const { replica, papers } = useBook();
  const [filledIn, fillIn] = useState<Id>();
  const [isChoosing, setChoosing] = useState(false);
  // What is being filled in is no fact, and is looked for again when its sheet has been closed.
  const answer = useLive(types, () => readPositionResponses(replica, papers, positionId), [positionId, filledIn]);
  const panel = answer.status === 'ready' ? answer.value : undefined;
  const begin = (playbookId: Id): void => {
    setChoosing(false);
    fillIn(playbookId);
  };
  return (
    <Section
      title={checklist.title}
      actions={
        mayWrite.value &&
        panel !== undefined &&
        panel.open.length > 0 &&
        panel.answered.length > 0 && (
          <Button tone="quiet" icon="add" onClick={() => setChoosing(true)}>
            {checklist.choose}
          </Button>
        )
      }
    >
      {answer.status === 'loading' && <Skeleton shape="card" />}
      {answer.status === 'failed' && <ErrorState title={checklist.failed}>{sentenceOf(answer.error)}</ErrorState>}
      {panel !== undefined && (
        <div class={css.panel}>
          {panel.answered.map((shown) => (
            <ResponseCard key={shown.id} shown={shown} journal={journal} onOpen={() => fillIn(shown.playbook.id)} />
          ))}
          <LinkedResponses positionId={positionId} journal={journal} />
          {panel.answered.length === 0 && <Unanswered panel={panel} onFill={begin} onChoose={() => setChoosing(true)} />}
        </div>
      )}
      {panel !== undefined && isChoosing && mayWrite.value && (
        <PlaybookChoice open={panel.open} suggested={panel.suggested} onChoose={begin} onClose={() => setChoosing(false)} />
      )}
      {panel !== undefined && filledIn !== undefined && (
        <FillingSheet
          subject={{ type: 'position', id: positionId }}
          playbookId={filledIn}
          accountId={panel.accountId}
          journal={journal}
          onClose={() => fillIn(undefined)}
        />
      )}
    </Section>
  );
}

interface UnansweredProps {
  readonly panel: PositionResponses;
  readonly onFill: (playbookId: Id) => void;
  readonly onChoose: () => void;
}

/** The one that fits is one tap away, and so are all others. */
function Unanswered({ panel: { open, suggested }, onFill, onChoose }: UnansweredProps) {
  const [first] = open;
  if (!mayWrite.value) return <p class={css.muted}>{checklist.noneForReaders}</p>;
  if (first === undefined) {
    return (
      <Offer
        title={checklist.none}
        meaning={checklist.noneMeaning}
        actions={<LinkButton href={link('playbooks')}>{checklist.toPlaybooks}</LinkButton>}
      />
    );
  }
  if (suggested === 0) {
    const choose = <Button onClick={onChoose}>{checklist.choose}</Button>;
    return <Offer title={checklist.noneFits} meaning={checklist.noneFitsMeaning} actions={choose} />;
  }
  return (
    <Offer
      title={checklist.fits(first.playbook.name)}
      meaning={checklist.fitsMeaning}
      actions={
        <>
          <Button tone="primary" onClick={() => onFill(first.playbook.id)}>
            {checklist.fillIn}
          </Button>
          {open.length > 1 && <Button onClick={onChoose}>{checklist.chooseOther}</Button>}
        </>
      }
    />
  );
}

interface OfferProps {
  readonly title: string;
  readonly meaning: string;
  readonly actions: ComponentChildren;
}

const Offer = ({ title, meaning, actions }: OfferProps) => (
  <Card>
    <div class={css.head}>
      <div class={css.names}>
        <h3 class={css.name}>{title}</h3>
        <span class={css.muted}>{meaning}</span>
      </div>
      <div class={css.actions}>{actions}</div>
    </div>
  </Card>
);
