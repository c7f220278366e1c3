import type { Id, Instant } from '@taffrail/domain/kernel';
import { positionView, type Account, type Position, type PositionView } from '@taffrail/domain/tradelog';
import type { PositionRow } from '@taffrail/replica';
import { Amount, Badge, EmptyState, LinkButton, List, ListItem, PendingMark, Section, Skeleton, useFormats } from '@taffrail/ui';
import { mayWrite, structureName, useLive, useReplica } from '../app/index.ts';
import { link } from '../routes/index.ts';
import { strategyNames, today as words } from '../words/index.ts';
import css from './today.module.css';

interface OpenPositionsProps {
  readonly rows: readonly PositionRow[];
  readonly accounts: ReadonlyMap<Id, Account>;
  readonly now: Instant;
}

interface Held {
  readonly row: PositionRow;
  readonly view: PositionView;
}

/** What is on. What expires first comes first: it is what cannot wait. No prices are made up, so what is not realised is not shown. */
export function OpenPositions({ rows, accounts, now }: OpenPositionsProps) {
  const replica = useReplica();
  const versions = rows.map(({ id, version }) => `${id} ${version}`).join();
  const positions = useLive(['position'], () => Promise.all(rows.map(({ id }) => replica.state<Position>('position', id))), [versions]);
  if (rows.length === 0) {
    return (
      <Section title={words.openPositions}>
        <EmptyState
          icon="positions"
          title={words.noneOpen}
          actions={mayWrite.value && <LinkButton href={link('newPosition')}>{words.plan}</LinkButton>}
        >
          {words.noneOpenMeaning}
        </EmptyState>
      </Section>
    );
  }
  const held = positions.status === 'ready' ? heldFirstExpiring(rows, positions.value, accounts, now) : undefined;
  return (
    <Section title={words.openPositions}>
      {held === undefined ? (
        <Skeleton shape="row" count={rows.length} />
      ) : (
        <List label={words.openPositions}>
          {held.map((one) => (
            <HeldItem key={one.row.id} {...one} />
          ))}
        </List>
      )}
    </Section>
  );
}

function heldFirstExpiring(
  rows: readonly PositionRow[],
  positions: readonly ({ readonly version: number; readonly state: Position } | undefined)[],
  accounts: ReadonlyMap<Id, Account>,
  now: Instant,
): readonly Held[] {
  const held = rows.flatMap((row, at): readonly Held[] => {
    const position = positions[at];
    const account = accounts.get(row.account_id);
    return position === undefined || account === undefined ? [] : [{ row, view: positionView(position, account, now) }];
  });
  return held.toSorted((a, b) => daysLeft(a) - daysLeft(b));
}

const daysLeft = ({ view }: Held): number => view.metadata.dte ?? Infinity;

/** Within a week it is time to think about it. */
const SOON_DAYS = 7;

function HeldItem({ row, view }: Held) {
  const formats = useFormats();
  const { dte } = view.metadata;
  const quantities = view.legs.map(({ held_quantity }) => formats.quantity(held_quantity)).join(' / ');
  return (
    <ListItem
      href={link('position', { id: row.id })}
      title={
        <>
          {row.symbol} {row.pending && <PendingMark />}
          {dte !== null && dte <= SOON_DAYS && <Badge tone="warning">{words.expires(dte)}</Badge>}
        </>
      }
      note={[
        strategyNames[row.strategy],
        structureName(row.structure, formats, row.created_at),
        quantities,
        row.opened_day && words.since(formats.dayInYear(row.opened_day)),
      ]
        .filter(Boolean)
        .join(' · ')}
      end={
        view.initial_risk && (
          <span class={css.risk}>
            <Amount value={view.initial_risk.amount} currency={row.currency} withCurrency />
            <span>{words.risk}</span>
          </span>
        )
      }
    />
  );
}
