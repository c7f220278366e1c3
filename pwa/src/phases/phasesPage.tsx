import { phaseBefore, phaseNames } from '@taffrail/domain/phases';
import { Banner, Button, Menu, Page, Skeleton, useFormats } from '@taffrail/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { mayWrite, useActions, useReplica, type PageProps } from '../app/index.ts';
import { type PhaseStanding, usePhaseStanding } from '../conduct/index.ts';
import { go, link } from '../routes/index.ts';
import { phases as words } from '../words/index.ts';
import { AdvanceDialog } from './asking/advanceDialog.tsx';
import { BeginPart } from './asking/beginPart.tsx';
import { OverrideDialog } from './asking/overrideDialog.tsx';
import { WhatIfPart } from './ending/whatIfPart.tsx';
import { HistoryPart } from './history/historyPart.tsx';
import { saveRecord } from './history/saving.ts';
import css from './phasesPage.module.css';
import { CriteriaPart } from './standing/criteriaPart.tsx';
import { Figures } from './standing/figures.tsx';
import { TriggersPart } from './standing/triggersPart.tsx';
import { Way } from './standing/way.tsx';

/** Where am I, and what does the next step ask for? */
export function PhasesPage(_: PageProps<'phases'>) {
  const now = usePhaseStanding();
  useFocusOnce(now?.begun);
  if (now?.begun === true) return <Shown now={now} />;
  return (
    <Page title={words.title} measure="text">
      {now === undefined && <Skeleton shape="card" count={3} />}
      {now !== undefined && mayWrite.value && <BeginPart settings={now.settings} />}
      {now !== undefined && !mayWrite.value && (
        <>
          <p>{words.notBegun}</p>
          <Way settings={now.settings} />
        </>
      )}
    </Page>
  );
}

/** Whoever has just begun is at the top of another page, and hears what it is called. */
function useFocusOnce(begun: boolean | undefined): void {
  const before = useRef(begun);
  useEffect(() => {
    if (before.current === false && begun === true) document.querySelector('h1')?.focus();
    before.current = begun;
  }, [begun]);
}

function Shown({ now }: { readonly now: PhaseStanding }) {
  const replica = useReplica();
  const [asked, setAsked] = useState<'advance' | 'override'>();
  const { current_phase, validation } = now.standing;
  const to = validation.to_phase;
  const close = () => setAsked(undefined);
  useActions([
    ...(to === null
      ? []
      : [
          {
            id: 'phases.advance',
            label: words.advance(phaseNames[to]),
            icon: 'steps',
            writes: true,
            run: () => setAsked('advance'),
          } as const,
        ]),
    { id: 'phases.override', label: words.overrideTitle, icon: 'lock', writes: true, run: () => setAsked('override') },
  ]);

  const items = [
    ...(mayWrite.value ? [{ label: words.override, icon: 'lock' as const, onSelect: () => setAsked('override') }] : []),
    { label: words.settings, icon: 'settings' as const, onSelect: () => go(link('phaseSettings')) },
    { label: words.saveHistory, icon: 'download' as const, onSelect: () => void saveRecord(replica, 'history') },
    { label: words.saveOverrides, icon: 'download' as const, onSelect: () => void saveRecord(replica, 'overrides') },
  ];
  return (
    <Page
      title={phaseNames[current_phase]}
      above={<span class={css.above}>{words.title}</span>}
      mainActions={
        to !== null && validation.can_advance && mayWrite.value ? (
          <Button tone="primary" onClick={() => setAsked('advance')}>
            {words.advance(phaseNames[to])}
          </Button>
        ) : undefined
      }
      actions={<Menu label={words.more} items={items} />}
    >
      <Way at={current_phase} settings={now.settings} />
      <Watch now={now} />
      <Figures now={now} />
      <div class={css.columns}>
        <div class={css.column}>
          <CriteriaPart now={now} onAsk={() => setAsked('advance')} />
          <TriggersPart now={now} />
        </div>
        <div class={css.column}>
          <WhatIfPart now={now} />
        </div>
      </div>
      <HistoryPart now={now} />
      {asked === 'advance' && to !== null && <AdvanceDialog now={now} to={to} onClose={close} />}
      {asked === 'override' && <OverrideDialog phase={current_phase} onClose={close} />}
    </Page>
  );
}

/** What is near, in the words of each trigger. */
function Watch({ now: { standing } }: { readonly now: PhaseStanding }) {
  const formats = useFormats();
  const before = phaseBefore(standing.current_phase);
  if (!standing.downgrade_watch || before === null) return null;
  return (
    <Banner tone="warning" title={words.watch}>
      {words.watchMeaning(phaseNames[before])}{' '}
      {standing.triggers
        .filter(({ near }) => near)
        .map(({ sentence }) => formats.sentence(sentence))
        .join(' ')}
    </Banner>
  );
}
