import { asJson, tradingDayOf, type Day, type Id, type Instant } from '@taffrail/domain/kernel';
import type { Wish } from '@taffrail/replica';
import { sample as words } from '../words/index.ts';
import { answersTo, publication, samplePlaybooks, type SamplePlaybook } from './checklists.ts';
import { type SampleLeg, type SampleTrade, sampleTrades } from './trades.ts';

const ZONE = 'America/New_York';

const accounts = {
  swing: { broker: 'Paper', currency: 'USD', zone: ZONE, session_start: '00:00', account_max_risk_pct: '1' },
  futures: { broker: 'Paper', currency: 'USD', zone: 'America/Chicago', session_start: '17:00', account_max_risk_pct: '0.5' },
  options: { broker: 'Paper', currency: 'USD', zone: ZONE, session_start: '00:00', account_max_risk_pct: '2' },
} as const;

const ENTRY_AT = '09:42';
const EXIT_AT = '11:18';

/** The commands that make a book of weeks of trading up to now. */
export function sampleWishes(now: Instant, nextId: () => Id): readonly Wish[] {
  const today = tradingDayOf(now, { zone: ZONE, session_start: '00:00' });
  const opened = momentOn(daysBack(today, 60), '08:00');
  const accountIds = { swing: nextId(), futures: nextId(), options: nextId() };
  const names = Object.keys(accounts) as (keyof typeof accounts)[];
  const openings = names.map((name) => wish('OpenAccount', accountIds[name], { name: words.accounts[name], ...accounts[name] }, opened));
  const playbooks = samplePlaybooks(nextId);
  const publications = playbooks.map((playbook) => wish('PublishPlaybook', playbook.id, publication(playbook), opened));
  const happened = sampleTrades.filter(({ entered, left }) => momentOn(daysBack(today, left ?? entered), EXIT_AT) < now);
  const trades = happened.flatMap((trade, turn) => tradeWishes(trade, turn, accountIds[trade.account], playbooks, today, nextId));
  return [...openings, ...publications, ...trades, plan(accountIds.swing, now, nextId), order(accountIds.swing, now, nextId)];
}

function tradeWishes(
  trade: SampleTrade,
  turn: number,
  accountId: Id,
  playbooks: readonly SamplePlaybook[],
  today: Day,
  nextId: () => Id,
): readonly Wish[] {
  const { symbol, stop, target, tags = [], thesis, lesson } = trade;
  const positionId = nextId();
  const enteredOn = daysBack(today, trade.entered);
  const entered = momentOn(enteredOn, ENTRY_AT);
  const left = trade.left === undefined ? undefined : momentOn(daysBack(today, trade.left), EXIT_AT);
  const legs = trade.legs.map((leg) => ({ id: nextId(), leg }));
  const fillOf = (leg_id: Id, quantity: string, price: string, occurred_at: Instant) => ({
    fill_id: nextId(),
    leg_id,
    quantity,
    price,
    fees: '1.24',
    occurred_at,
  });
  const payload = {
    account_id: accountId,
    symbol,
    tags: [...tags],
    legs: legs.map(({ id, leg }) => ({ id, ...termsOf(leg, enteredOn, today) })),
    plan: trade.legs.length > 1 ? null : { entry: trade.legs[0]?.entry, stop, target, thesis },
    fills: [
      ...legs.map(({ id, leg }) => fillOf(id, leg.quantity, leg.entry, entered)),
      ...legs.flatMap(({ id, leg }) =>
        left === undefined || leg.exit === undefined ? [] : [fillOf(id, opposite(leg.quantity), leg.exit, left)],
      ),
    ],
  };
  const position = wish('CreatePosition', positionId, payload, entered);
  const followed = playbooks.filter(({ content }) => content.strategy_bindings?.some((binding) => tags.includes(binding)));
  const answered = followed.map((playbook) => {
    const { response_id, payload: answers } = answersTo(playbook, positionId, turn);
    return wish('SubmitResponse', response_id, answers, entered);
  });
  if (lesson === undefined || left === undefined) return [position, ...answered];
  const [object_of_reflection, notes] = lesson;
  return [
    position,
    ...answered,
    wish('WriteJournalEntry', nextId(), { position_id: positionId, object_of_reflection, notes, phase: 'review' }, left),
  ];
}

function termsOf(leg: SampleLeg, enteredOn: Day, today: Day) {
  const { quantity } = leg;
  if (leg.kind === 'stock') return { instrument_type: 'stock', quantity };
  if (leg.kind === 'option')
    return { instrument_type: 'option', quantity, strike: leg.strike, right: leg.right, expiry: daysAhead(today, leg.expires) };
  const expiry = Temporal.PlainDate.from(enteredOn).add({ months: leg.months }).toString();
  return { instrument_type: 'future', quantity, expiry };
}

function plan(accountId: Id, now: Instant, nextId: () => Id): Wish {
  const payload = {
    account_id: accountId,
    symbol: 'QORA',
    tags: ['pullback'],
    legs: [{ id: nextId(), instrument_type: 'stock', quantity: '65' }],
    plan: { entry: '141.50', stop: '138.20', target: '151.00', thesis: words.planThesis },
  };
  return wish('CreatePosition', nextId(), payload, now);
}

function order(accountId: Id, now: Instant, nextId: () => Id): Wish {
  const position_template = {
    symbol: 'TIDE',
    tags: ['pullback'],
    legs: [{ id: nextId(), instrument_type: 'stock', quantity: '170' }],
    plan: { entry: '27.60', stop: '26.50', target: '31.00' },
  };
  return wish('PlaceOrder', nextId(), { account_id: accountId, position_template, order_type: 'limit', limit_price: '27.60' }, now);
}

const wish = (type: string, aggregate_id: Id, payload: object, occurred_at: Instant): Wish => ({
  type,
  aggregate_id,
  payload: asJson(payload),
  occurred_at,
});

const opposite = (quantity: string): string => (quantity.startsWith('-') ? quantity.slice(1) : `-${quantity}`);

const momentOn = (day: Day, time: string): Instant =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(ZONE).toInstant().toString({ fractionalSecondDigits: 3 });

/** Markets are closed at weekends, so those days are not counted. */
function daysBack(from: Day, tradingDays: number): Day {
  let day = weekdayBefore(Temporal.PlainDate.from(from).add({ days: 1 }));
  for (let n = 0; n < tradingDays; n += 1) day = weekdayBefore(day);
  return day.toString();
}

function weekdayBefore(day: Temporal.PlainDate): Temporal.PlainDate {
  const before = day.subtract({ days: 1 });
  return before.dayOfWeek > 5 ? weekdayBefore(before) : before;
}

const daysAhead = (from: Day, days: number): Day => Temporal.PlainDate.from(from).add({ days }).toString();
