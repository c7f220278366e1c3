import type { Id } from '@taffrail/domain/kernel';
import { structureOf } from '@taffrail/domain/tradelog';
import {
  BackLink,
  Button,
  Chip,
  ChipRow,
  EmptyState,
  ErrorState,
  LinkButton,
  Page,
  Section,
  Skeleton,
  Status,
  useFormats,
} from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { sentenceOf, structureName, useActions } from '../app/index.ts';
import { link } from '../routes/index.ts';
import { position as words, strategyNames } from '../words/index.ts';
import { PendingOrders } from './orders/pendingOrders.tsx';
import { canChange } from './position/canChange.ts';
import { CloseDialog } from './position/closeDialogs.tsx';
import { RecordFillDialog } from './position/fillDialogs.tsx';
import { FilingDialog } from './position/filingDialog.tsx';
import { History } from './position/history.tsx';
import { JournalEntries } from './position/journalEntries.tsx';
import { LegCard } from './position/legCard.tsx';
import { PlanFacts } from './position/planFacts.tsx';
import css from './position/position.module.css';
import { PositionMenu } from './position/positionMenu.tsx';
import { Relatives } from './position/relatives.tsx';
import type { Show } from './position/show.ts';
import { Summary } from './position/summary.tsx';
import { usePosition, type ShownPosition } from './position/usePosition.ts';
import { statusOf } from './result.ts';

interface PositionPageProps {
  readonly id: Id;
  /** How it measures up to its playbooks; it comes from elsewhere, as what is written and attached. */
  readonly checklists: ComponentChildren;
  readonly grade: ComponentChildren;
  /** Which rules it broke, and what was gone over for it. */
  readonly discipline: ComponentChildren;
  readonly beside: ComponentChildren;
}

/** What was planned, what happened, and what did one learn. */
export function PositionPage({ id, ...given }: PositionPageProps) {
  const answer = usePosition(id);
  if (answer.status === 'loading') return <Loading />;
  if (answer.status === 'failed') {
    return (
      <Page title={words.title} above={<Back />}>
        <ErrorState title={words.failed}>{sentenceOf(answer.error)}</ErrorState>
      </Page>
    );
  }
  return answer.value === undefined ? <Missing /> : <Shown shown={answer.value} {...given} />;
}

function Shown({ shown, checklists, grade, discipline, beside }: Omit<PositionPageProps, 'id'> & { readonly shown: ShownPosition }) {
  const [drawn, setDrawn] = useState<ComponentChildren>(null);
  const show: Show = (draw) => setDrawn(draw(() => setDrawn(null)));
  const { state, view } = shown;
  const formats = useFormats();
  const terms = structureName(structureOf(state.legs), formats);
  const isOpenToChange = canChange(shown);
  const [firstLeg] = view.legs;
  const record = () => {
    if (firstLeg !== undefined) show((close) => <RecordFillDialog shown={shown} leg={firstLeg} onClose={close} />);
  };
  const closeIt = () => show((close) => <CloseDialog shown={shown} onClose={close} />);
  useActions(
    isOpenToChange
      ? [
          { id: 'position.fill', label: words.recordFill, icon: 'add', keys: 'f', run: record },
          ...(state.status === 'open'
            ? [{ id: 'position.close', label: words.closeIt, icon: 'check', keys: 'c', run: closeIt } as const]
            : []),
        ]
      : [],
  );

  return (
    <Page
      title={state.symbol}
      above={<Back />}
      beside={
        <span class={css.row}>
          <Status status={statusOf(state)} /> <span class={css.muted}>{strategyNames[view.metadata.derived_strategy]}</span>
          {terms !== '' && <span class={css.muted}>{terms}</span>} {grade}
        </span>
      }
      mainActions={
        isOpenToChange && state.status !== 'closed' ? (
          <>
            <Button tone={state.status === 'planned' ? 'primary' : 'secondary'} icon="add" keys="f" onClick={record}>
              {words.recordFill}
            </Button>
            {state.status === 'open' && (
              <Button tone="primary" keys="c" onClick={closeIt}>
                {words.closeIt}
              </Button>
            )}
          </>
        ) : undefined
      }
      actions={isOpenToChange && <PositionMenu shown={shown} show={show} />}
    >
      <Relatives state={state} />
      <Summary shown={shown} show={show} />
      <div class={css.columns}>
        <div class={css.column}>
          {discipline}
          <PlanFacts shown={shown} show={show} />
          {checklists}
          <PendingOrders positionId={state.id} />
          {view.legs.map((leg) => (
            <LegCard key={leg.id} shown={shown} leg={leg} show={show} />
          ))}
          <History shown={shown} />
        </div>
        <div class={css.column}>
          <Tags shown={shown} show={show} />
          <JournalEntries positionId={state.id} show={show} />
          {beside}
        </div>
      </div>
      {drawn}
    </Page>
  );
}

function Tags({ shown, show }: { readonly shown: ShownPosition; readonly show: Show }) {
  const { tags } = shown.state;
  return (
    <Section
      title={words.tags}
      actions={
        canChange(shown) && (
          <Button tone="quiet" icon="tag" onClick={() => show((close) => <FilingDialog shown={shown} asksForTags onClose={close} />)}>
            {words.changeTags}
          </Button>
        )
      }
    >
      {tags.length === 0 ? (
        <p class={css.muted}>{words.noTags}</p>
      ) : (
        <ChipRow>
          {tags.map((tag) => (
            <Chip key={tag}>{tag}</Chip>
          ))}
        </ChipRow>
      )}
    </Section>
  );
}

const Back = () => <BackLink href={link('positions')}>{words.back}</BackLink>;

function Loading() {
  return (
    <Page title={words.title} above={<Back />}>
      <Skeleton shape="figure" count={2} />
      <Skeleton shape="card" count={3} />
    </Page>
  );
}

/** Not there, or not yet on a device that is still loading its book. */
function Missing() {
  return (
    <Page title={words.title} above={<Back />}>
      <EmptyState icon="search" title={words.missing} actions={<LinkButton href={link('positions')}>{words.back}</LinkButton>}>
        {words.missingMeaning}
      </EmptyState>
    </Page>
  );
}
