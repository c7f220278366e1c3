import type { Playbook } from '@taffrail/domain/playbooks';
import type { PositionRow } from '@taffrail/replica';
import type { DayChecklist } from '@taffrail/sync';
import { Button, Combobox, Dialog, LinkButton, Select, Skeleton } from '@taffrail/ui';
import { useId, useMemo, useState } from 'preact/hooks';
import { useLive, useReplica } from '../../app/index.ts';
import { link } from '../../routes/index.ts';
import { checklist } from '../../words/index.ts';
import css from './instruments.module.css';

interface AddInstrumentProps {
  readonly onAdd: (one: DayChecklist) => void;
  readonly onClose: () => void;
}

/** An instrument to watch, and the playbook to watch it by. */
export function AddInstrument({ onAdd, onClose }: AddInstrumentProps) {
  const replica = useReplica();
  const form = useId();
  const answer = useLive(['playbook'], () => readDayPlaybooks(replica.states<Playbook>('playbook')));
  const symbols = useKnownSymbols();
  const [symbol, setSymbol] = useState('');
  const [chosen, choose] = useState<string>();
  const playbooks = answer.status === 'ready' ? answer.value : undefined;
  const playbookId = chosen ?? playbooks?.[0]?.id;
  const isNone = playbooks?.length === 0;

  function add(event: Event): void {
    event.preventDefault();
    if (symbol.trim() !== '' && playbookId !== undefined) onAdd({ symbol: symbol.trim().toUpperCase(), playbook_id: playbookId });
  }

  return (
    <Dialog
      open
      title={checklist.addInstrument}
      onClose={onClose}
      actions={
        isNone ? (
          <LinkButton tone="primary" href={link('playbooks')}>
            {checklist.toPlaybooks}
          </LinkButton>
        ) : (
          <Button tone="primary" type="submit" form={form}>
            {checklist.add}
          </Button>
        )
      }
    >
      {playbooks === undefined && <Skeleton shape="row" count={2} />}
      {isNone && <p>{checklist.noDayPlaybooks}</p>}
      {playbooks !== undefined && !isNone && (
        <form id={form} class={css.form} onSubmit={add}>
          <Combobox
            label={checklist.symbol}
            upperCase
            value={symbol}
            suggestions={symbols.filter((one) => one.startsWith(symbol)).map((value) => ({ value, label: value }))}
            onChange={setSymbol}
          />
          <Select
            label={checklist.playbook}
            value={playbookId}
            choices={playbooks.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={choose}
          />
        </form>
      )}
    </Dialog>
  );
}

/** Before a trade there is no trade yet that a playbook for later could be about. */
async function readDayPlaybooks(states: Promise<readonly { readonly state: Playbook }[]>): Promise<readonly Playbook[]> {
  const playbooks = (await states)
    .map(({ state }) => state)
    .filter(({ active, purpose }) => active && (purpose === 'pre' || purpose === 'generic'));
  return playbooks.toSorted((a, b) => a.name.localeCompare(b.name));
}

function useKnownSymbols(): readonly string[] {
  const rows = useReplica().rows<PositionRow>('positions').value;
  return useMemo(() => [...new Set([...(rows?.values() ?? [])].map(({ underlying }) => underlying))].toSorted(), [rows]);
}
