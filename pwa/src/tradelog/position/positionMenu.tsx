import { Menu, type MenuItem } from '@taffrail/ui';
import { go, link } from '../../routes/index.ts';
import { position as words } from '../../words/index.ts';
import { GiveUpDialog } from './closeDialogs.tsx';
import { FilingDialog } from './filingDialog.tsx';
import { AddLegDialog } from './legDialogs.tsx';
import { BringInDialog, MergeDialog, SplitDialog } from './moveDialogs.tsx';
import { OrderDialog } from './orderDialog.tsx';
import type { Show } from './show.ts';
import type { ShownPosition } from './usePosition.ts';

/** What is needed now and then. */
export function PositionMenu({ shown, show }: { readonly shown: ShownPosition; readonly show: Show }) {
  const { id, status, legs } = shown.state;
  const drawRisk = () => go(link('riskGraph', undefined, { position: id }));
  const items: MenuItem[] = status === 'closed' ? [] : [{ label: words.drawIt, icon: 'payoff', onSelect: drawRisk }];
  const offer = (label: string, icon: MenuItem['icon'], draw: Parameters<Show>[0], more: Partial<MenuItem> = {}) =>
    items.push({ label, ...(icon !== undefined && { icon }), onSelect: () => show(draw), ...more });
  if (status !== 'closed') offer(words.placeOrder, 'pending', (close) => <OrderDialog shown={shown} onClose={close} />);
  offer(words.addLeg, 'add', (close) => <AddLegDialog shown={shown} onClose={close} />);
  offer(words.filing, 'edit', (close) => <FilingDialog shown={shown} onClose={close} />);
  offer(words.bringIn, 'down', (close) => <BringInDialog shown={shown} onClose={close} />);
  if (legs.length > 1) offer(words.split, 'share', (close) => <SplitDialog shown={shown} onClose={close} />);
  offer(words.merge, 'link', (close) => <MergeDialog shown={shown} onClose={close} />);
  if (status === 'planned') offer(words.giveUp, 'trash', (close) => <GiveUpDialog shown={shown} onClose={close} />, { danger: true });
  return <Menu label={words.more} items={items} />;
}
