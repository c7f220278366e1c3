import { shapeOf, strategyOrderId, type MarketView, type Strategy } from '@taffrail/domain/riskgraph';
import { Checkbox, Icon, Menu, OrderedList, Section, useFormats, type MenuItem } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { mayWrite, toast, useReplica } from '../../app/index.ts';
import { riskgraph as words, shapeNames } from '../../words/index.ts';
import { changing, doOrSay, turning } from '../does.ts';
import { colorOf, nameOf } from '../names.ts';
import { SaveTemplateDialog } from '../templates/saveTemplateDialog.tsx';
import { legSaid } from './legSaid.ts';
import { PlanDialog } from './planDialog.tsx';
import css from './strategies.module.css';
import { StrategySheet } from './strategySheet.tsx';
import { TrailDialog } from './trailDialog.tsx';

interface StrategyListProps {
  /** Of one underlying. */
  readonly strategies: readonly Strategy[];
  /** Of all of them, in their order. */
  readonly all: readonly Strategy[];
  readonly view: MarketView;
  readonly views: ReadonlyMap<string, MarketView>;
}

/** What is on the graph: switched on and off, put in order, changed, removed. */
export function StrategyList({ strategies, all, view, views }: StrategyListProps) {
  const replica = useReplica();
  const [drawn, setDrawn] = useState<ComponentChildren>(null);

  async function move(strategy: Strategy, to: number): Promise<void> {
    const others = strategies.filter((each) => each !== strategy);
    const after = others.toSpliced(to, 0, strategy);
    // Those of other underlyings stay where they are.
    const ids = all.map((each) => (strategies.includes(each) ? after.shift() : each)?.id ?? each.id);
    await doOrSay(replica, { type: 'ReorderStrategies', aggregate_id: strategyOrderId, payload: { strategy_ids: ids } });
  }

  return (
    <Section title={words.strategies}>
      <OrderedList
        label={words.strategies}
        items={strategies}
        keyOf={({ id }) => id}
        nameOf={nameOf}
        onMove={(strategy, to) => void move(strategy, to)}
      >
        {(strategy, { handle }) => (
          <Row strategy={strategy} color={colorOf(strategies, strategy)} handle={handle} view={view} views={views} show={setDrawn} />
        )}
      </OrderedList>
      {drawn}
    </Section>
  );
}

interface RowProps {
  readonly strategy: Strategy;
  readonly color: string;
  readonly handle: ComponentChildren;
  readonly view: MarketView;
  readonly views: ReadonlyMap<string, MarketView>;
  readonly show: (drawn: ComponentChildren) => void;
}

function Row({ strategy, color, handle, view, views, show }: RowProps) {
  const replica = useReplica();
  const formats = useFormats();
  const { id, visible, debit, legs, position_id } = strategy;
  const name = nameOf(strategy);
  const close = () => show(null);

  async function remove(): Promise<void> {
    if (!(await doOrSay(replica, await turning(replica, 'RemoveStrategy', id)))) return;
    toast({ text: words.removed(name), onUndo: () => void turning(replica, 'RestoreStrategy', id).then((wish) => doOrSay(replica, wish)) });
  }

  const writing: readonly MenuItem[] = [
    { label: words.edit, icon: 'edit', onSelect: () => show(<StrategySheet strategy={strategy} views={views} onClose={close} />) },
    {
      label: words.asTemplate,
      icon: 'journal',
      onSelect: () => show(<SaveTemplateDialog strategy={strategy} view={view} onClose={close} />),
    },
    { label: words.asPlan, icon: 'positions', onSelect: () => show(<PlanDialog strategy={strategy} onClose={close} />) },
    { label: words.remove, icon: 'trash', danger: true, onSelect: () => void remove() },
  ];
  const trail: MenuItem = { label: words.trail, icon: 'info', onSelect: () => show(<TrailDialog strategy={strategy} onClose={close} />) };
  return (
    <div class={css.strategy}>
      {mayWrite.value ? handle : <span />}
      <span class={css.swatch} style={{ background: color }} aria-hidden />
      <Checkbox
        label={name}
        checked={visible}
        disabled={!mayWrite.value}
        onChange={(on) => void changing(replica, id, { visible: on }).then((wish) => doOrSay(replica, wish))}
      />
      <span class={css.about}>
        <span>
          {shapeNames[shapeOf(legs)]} {debit === null ? words.noDebit : words.paid(formats.price(debit))}
          {position_id !== null && <Icon name="link" label={words.ofPosition} />}
        </span>
        <span class={css.legs}>
          {legs.map((leg) => (
            <span key={leg.id}>{legSaid(leg, formats)}</span>
          ))}
        </span>
      </span>
      <Menu label={`${words.more}: ${name}`} items={mayWrite.value ? [...writing.slice(0, 3), trail, ...writing.slice(3)] : [trail]} />
    </div>
  );
}
