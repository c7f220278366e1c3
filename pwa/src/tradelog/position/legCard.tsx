import { decimal, isZero } from '@taffrail/domain/kernel';
import type { Fill } from '@taffrail/domain/tradelog';
import type { Replica } from '@taffrail/replica';
import { Amount, Badge, Button, Card, Menu, useFormats, type MenuItem } from '@taffrail/ui';
import { contractName, useReplica } from '../../app/index.ts';
import { position as words } from '../../words/index.ts';
import { sidedQuantity } from '../orders/describe.ts';
import { canChange } from './canChange.ts';
import { TermsDialog } from './legDialogs.tsx';
import { CorrectFillDialog, RecordFillDialog } from './fillDialogs.tsx';
import { removeLeg } from './removeLeg.ts';
import { MoveOutDialog } from './moveDialogs.tsx';
import css from './position.module.css';
import { SettleDialog } from './settleDialog.tsx';
import type { Show } from './show.ts';
import { TransferInDialog, TransferOutDialog } from './transferDialogs.tsx';
import type { ShownPosition } from './usePosition.ts';
import { VoidFillDialog } from './voidFillDialog.tsx';

type LegView = ShownPosition['view']['legs'][number];

interface LegCardProps {
  readonly shown: ShownPosition;
  readonly leg: LegView;
  readonly show: Show;
}

/** One contract: what is held of it, and every fill that led there. */
export function LegCard({ shown, leg, show }: LegCardProps) {
  const replica = useReplica();
  const formats = useFormats();
  const fills = shown.state.fills.filter(({ leg_id }) => leg_id === leg.id).toSorted(byMoment);
  const isOpenToChange = canChange(shown);
  const isHeld = !isZero(decimal(leg.held_quantity));
  return (
    <Card
      title={contractName(leg, formats)}
      actions={
        isOpenToChange && (
          <span class={css.tools}>
            <Button icon="add" onClick={() => show((close) => <RecordFillDialog shown={shown} leg={leg} onClose={close} />)}>
              {words.addFill}
            </Button>
            <Menu label={words.legActions(contractName(leg, formats))} items={actionsOf(replica, { shown, leg, show }, isHeld, fills)} />
          </span>
        )
      }
    >
      <p class={css.held}>
        {isHeld
          ? words.held(formats.quantity(leg.held_quantity))
          : fills.length === 0
            ? words.meant(formats.quantity(leg.quantity))
            : words.flat}
        {isHeld && leg.average_open_price !== null && <> {words.atAverage(formats.price(leg.average_open_price))}</>}
        {leg.multiplier !== '1' && <span class={css.muted}> {words.times(formats.quantity(leg.multiplier))}</span>}
        {leg.delivered && <Badge>{words.delivered}</Badge>}
      </p>
      {fills.length > 0 && (
        <ul class={css.fills} aria-label={words.fills}>
          {fills.map((fill) => (
            <FillLine key={fill.id} shown={shown} fill={fill} show={show} isChangeable={isOpenToChange && !fill.voided} />
          ))}
        </ul>
      )}
    </Card>
  );
}

const byMoment = (a: Fill, b: Fill): number => (a.occurred_at < b.occurred_at ? -1 : Number(a.occurred_at > b.occurred_at));

function actionsOf(replica: Replica, { shown, leg, show }: LegCardProps, isHeld: boolean, fills: readonly Fill[]): readonly MenuItem[] {
  const items: MenuItem[] = [];
  if (isHeld && leg.expiry !== null) {
    items.push({
      label: words.settle,
      icon: 'check',
      onSelect: () => show((close) => <SettleDialog shown={shown} leg={leg} onClose={close} />),
    });
  }
  items.push({
    label: words.transferIn,
    icon: 'down',
    onSelect: () => show((close) => <TransferInDialog shown={shown} leg={leg} onClose={close} />),
  });
  if (isHeld) {
    items.push({
      label: words.transferOut,
      icon: 'up',
      onSelect: () => show((close) => <TransferOutDialog shown={shown} leg={leg} onClose={close} />),
    });
  }
  items.push({
    label: words.correctTerms,
    icon: 'edit',
    onSelect: () => show((close) => <TermsDialog shown={shown} leg={leg} onClose={close} />),
  });
  if (fills.every(({ voided }) => voided) && shown.state.legs.length > 1) {
    items.push({ label: words.removeLeg, icon: 'trash', danger: true, onSelect: () => void removeLeg(replica, shown, leg) });
  }
  return items;
}

interface FillLineProps {
  readonly shown: ShownPosition;
  readonly fill: Fill;
  readonly show: Show;
  readonly isChangeable: boolean;
}

function FillLine({ shown, fill, show, isChangeable }: FillLineProps) {
  const formats = useFormats();
  const { currency } = shown.account;
  const view = shown.view.fills.find(({ id }) => id === fill.id);
  return (
    <li class={css.fill} data-voided={fill.voided || undefined}>
      <span class={css.fillWhat}>
        <span>
          {sidedQuantity(fill.quantity, words.sides, formats)} <FillPrice fill={fill} currency={currency} />
          {fill.kind !== 'trade' && <Badge>{words.fillKinds[fill.kind]}</Badge>}
          {fill.voided && <Badge>{words.voided}</Badge>}
          {!fill.voided && fill.revisions > 0 && <Badge>{words.correctedMark}</Badge>}
        </span>
        <span class={css.muted}>
          {formats.dateTime(fill.occurred_at)}
          {view !== undefined && view.fees !== '0' && <> · {words.fees(formats.amount(view.fees, currency))}</>}
        </span>
      </span>
      {isChangeable && (
        <Menu
          label={words.fillActions(formats.dateTime(fill.occurred_at))}
          items={[
            {
              label: words.correctFill,
              icon: 'edit',
              onSelect: () => show((close) => <CorrectFillDialog shown={shown} fill={fill} onClose={close} />),
            },
            {
              label: words.moveOut,
              icon: 'share',
              onSelect: () => show((close) => <MoveOutDialog shown={shown} first={fill} onClose={close} />),
            },
            {
              label: words.voidFill,
              icon: 'trash',
              danger: true,
              onSelect: () => show((close) => <VoidFillDialog shown={shown} fill={fill} onClose={close} />),
            },
          ]}
        />
      )}
    </li>
  );
}

function FillPrice({ fill: { price }, currency }: { readonly fill: Fill; readonly currency: string }) {
  return price === null ? (
    <span class={css.muted}>{words.costUnknown}</span>
  ) : (
    <>
      {words.at} <Amount value={price} currency={currency} />
    </>
  );
}
