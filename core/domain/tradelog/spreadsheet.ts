import { csv, type Cell } from './csv.ts';
import type { PositionView } from './view.ts';

type PositionColumns = { readonly [column: string]: (position: PositionView) => Cell };

/** What a spreadsheet asks for, wherever it is asked: at the server or on a device without a network. Who asks may know more of each. */
export const positionsCsv = (positions: readonly PositionView[], more: PositionColumns = {}): string =>
  table({ ...positionColumns, ...more }, positions);

/** The fills of these positions in market order, those of the same moment by id. */
export const fillsCsv = (positions: readonly PositionView[]): string => table(fillColumns, positions.flatMap(fillsOf).toSorted(byMoment));

type Fill = PositionView['fills'][number];

interface FillLine {
  readonly fill: Fill;
  readonly leg: PositionView['legs'][number];
  readonly position: PositionView;
}

function fillsOf(position: PositionView): FillLine[] {
  const legs = new Map(position.legs.map((leg) => [leg.id, leg]));
  return position.fills.map((fill) => {
    const leg = legs.get(fill.leg_id);
    if (leg === undefined) throw new Error(`leg ${fill.leg_id} has fills but does not exist`);
    return { fill, leg, position };
  });
}

const placeOf = ({ fill }: FillLine): string => `${fill.occurred_at} ${fill.id}`;
const byMoment = (a: FillLine, b: FillLine): number => (placeOf(a) < placeOf(b) ? -1 : Number(placeOf(a) > placeOf(b)));

const positionColumns = {
  id: (position) => position.id,
  account_id: ({ account_id }) => account_id,
  status: ({ status }) => status,
  symbol: ({ symbol }) => symbol,
  underlying: ({ underlying }) => underlying,
  strategy: ({ metadata }) => metadata.derived_strategy,
  currency: ({ currency }) => currency,
  opened_at: ({ opened_at }) => opened_at,
  closed_at: ({ closed_at }) => closed_at,
  opened_day: ({ metadata }) => metadata.opened_day,
  closed_day: ({ metadata }) => metadata.closed_day,
  net_debit: ({ metadata }) => metadata.net_debit,
  gross: ({ metadata }) => metadata.realised_pnl.gross,
  fees: ({ metadata }) => metadata.realised_pnl.fees,
  net: ({ metadata }) => metadata.realised_pnl.net,
  initial_risk: ({ initial_risk }) => initial_risk?.amount ?? null,
  r_multiple: ({ metadata }) => metadata.r_multiple,
  tags: ({ tags }) => tags.join(' '),
  campaign_id: ({ campaign_id }) => campaign_id,
} satisfies PositionColumns;

const fillColumns = {
  id: ({ fill }) => fill.id,
  position_id: ({ position }) => position.id,
  account_id: ({ position }) => position.account_id,
  occurred_at: ({ fill }) => fill.occurred_at,
  recorded_at: ({ fill }) => fill.recorded_at,
  kind: ({ fill }) => fill.kind,
  instrument_type: ({ leg }) => leg.instrument_type,
  symbol: ({ leg }) => leg.symbol,
  expiry: ({ leg }) => leg.expiry,
  strike: ({ leg }) => leg.strike,
  right: ({ leg }) => leg.right,
  multiplier: ({ leg }) => leg.multiplier,
  quantity: ({ fill }) => fill.quantity,
  price: ({ fill }) => fill.price,
  fees: ({ fill }) => fill.fees,
  currency: ({ position }) => position.currency,
  voided: ({ fill }) => fill.voided,
} satisfies { [column: string]: (line: FillLine) => Cell };

function table<Row>(columns: { readonly [name: string]: (row: Row) => Cell }, rows: readonly Row[]): string {
  const cells = Object.values(columns);
  return csv(
    Object.keys(columns),
    rows.map((row) => cells.map((cell) => cell(row))),
  );
}
