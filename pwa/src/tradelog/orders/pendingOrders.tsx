import { asJson, moneyText, type Id, type Versioned } from '@taffrail/domain/kernel';
import type { Order } from '@taffrail/domain/tradelog';
import { Button, List, ListItem, Menu, Section, useFormats, type Formats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { contractName, mayWrite, toast, useLive, useReplica } from '../../app/index.ts';
import { link } from '../../routes/index.ts';
import { orders as words } from '../../words/index.ts';
import { doOrSay, nextId } from '../standing.ts';
import { sidedQuantity } from './describe.ts';
import { ExecuteDialog } from './executeDialog.tsx';

interface PendingOrdersProps {
  /** Only those that fill this position. */
  readonly positionId?: Id;
}

/** What has been asked of the broker and has not come back yet. Nothing is drawn where there is nothing. */
export function PendingOrders({ positionId }: PendingOrdersProps) {
  const replica = useReplica();
  const answer = useLive(['order'], () => replica.states<Order>('order'));
  const [executed, setExecuted] = useState<Order>();
  const pending = answer.status === 'ready' ? answer.value.filter((order) => isShown(order, positionId)) : [];
  if (pending.length === 0) return null;
  return (
    <Section title={words.pending(pending.length)}>
      <List label={words.title}>
        {pending.map(({ state }) => (
          <OrderItem key={state.id} order={state} onExecute={() => setExecuted(state)} />
        ))}
      </List>
      {executed !== undefined && <ExecuteDialog order={executed} onClose={() => setExecuted(undefined)} />}
    </Section>
  );
}

function isShown({ state }: Versioned<Order>, positionId: Id | undefined): boolean {
  return state.status === 'pending' && (positionId === undefined || state.position_id === positionId);
}

function OrderItem({ order, onExecute }: { readonly order: Order; readonly onExecute: () => void }) {
  const replica = useReplica();
  const formats = useFormats();
  const { id, position_template: template, good_until, position_id } = order;
  const isOutlived = good_until !== null && good_until <= replica.now();

  async function cancel(): Promise<void> {
    const reason = isOutlived ? 'expired' : 'cancelled';
    if (!(await doOrSay(replica, { type: 'CancelOrder', aggregate_id: id, payload: { reason } }))) return;
    toast({ text: words.cancelled(template.symbol), onUndo: () => void placeAgain() });
  }

  /** A cancelled order stays cancelled; undoing it places the same one anew. */
  async function placeAgain(): Promise<void> {
    const { account_id, order_type, limit_price } = order;
    const legs = template.legs.map(({ delivered: _, ...leg }) => ({ ...leg, id: nextId(replica) }));
    const plan = template.plan && { ...template.plan, risk: template.plan.risk && moneyText(template.plan.risk) };
    const payload = { account_id, position_id, order_type, limit_price, good_until, position_template: { ...template, legs, plan } };
    await doOrSay(replica, { type: 'PlaceOrder', aggregate_id: nextId(replica), payload: asJson(payload) });
  }

  return (
    <ListItem
      icon="pending"
      title={template.legs.map((leg) => `${sidedQuantity(leg.quantity, words.sides, formats)} ${contractName(leg, formats)}`).join(' / ')}
      note={noteOf(order, isOutlived, formats)}
      {...(position_id !== null && { href: link('position', { id: position_id }) })}
      end={
        mayWrite.value && (
          <>
            <Button onClick={onExecute}>{words.execute}</Button>
            <Menu
              label={words.actions(template.symbol)}
              items={[{ label: isOutlived ? words.expire : words.cancel, icon: 'close', onSelect: () => void cancel() }]}
            />
          </>
        )
      }
    />
  );
}

function noteOf({ order_type, limit_price, good_until }: Order, isOutlived: boolean, formats: Formats): string {
  const at = order_type === 'market' || limit_price === null ? words.market : words.limit(formats.price(limit_price));
  if (good_until === null) return `${at} · ${words.untilCancelled}`;
  return `${at} · ${isOutlived ? words.outlived(formats.dateTime(good_until)) : words.until(formats.dateTime(good_until))}`;
}
