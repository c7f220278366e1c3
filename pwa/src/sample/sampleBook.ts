import { wishesToKeep } from '@taffrail/domain/conduct';
import { asJson, tradingDayOf, type Id, type Instant } from '@taffrail/domain/kernel';
import { usualSettings } from '@taffrail/domain/phases';
import type { Wish } from '@taffrail/replica';
import { sample as words } from '../words/index.ts';
import { bookSeen } from './bookSeen.ts';
import { publication, samplePlaybooks } from './checklists.ts';
import { momentOn, tradingDays } from './days.ts';
import { firstDay } from './drill.ts';
import { beginning, openings, rules } from './ground.ts';
import { happenedBy } from './happened.ts';
import { rehearse } from './rehearsal.ts';
import { tradeWishes } from './tradeWishes.ts';
import { walk } from './walk.ts';

/** The commands that make a book of a year of trading up to now. */
export function sampleWishes(now: Instant, nextId: () => Id): readonly Wish[] {
  const rehearsal = rehearse(now, nextId);
  const perform = (...wishes: readonly Wish[]) => wishes.forEach(rehearsal.wish);
  const days = tradingDays(now, firstDay + 1);
  const ready = momentOn(days[firstDay] as string, '08:00');
  const accountIds = { swing: nextId(), futures: nextId(), options: nextId() };
  const playbooks = samplePlaybooks(nextId);
  perform(...openings(accountIds, ready), rules(accountIds, days[firstDay] as string, ready), beginning(ready));
  for (const playbook of playbooks) {
    perform({ type: 'PublishPlaybook', aggregate_id: playbook.id, payload: asJson(publication(playbook)), occurred_at: ready });
  }

  const today = tradingDayOf(now, { zone: usualSettings.zone, session_start: '00:00' });
  const happened = happenedBy(now, days, nextId);
  const desk = { accountIds, playbooks, today, nextId };
  for (const [turn, trade] of happened.entries()) perform(...tradeWishes(trade, turn, desk));
  walk(rehearsal, happened, days, nextId);
  const kept = { judgements: [], breaches: [], sessions: [] };
  perform(...wishesToKeep({ now, book: bookSeen(rehearsal), before: undefined, kept }));
  perform(plan(accountIds.swing, now, nextId), order(accountIds.swing, now, nextId));
  return rehearsal.wishes;
}

function plan(accountId: Id, now: Instant, nextId: () => Id): Wish {
  const payload = {
    account_id: accountId,
    symbol: 'TIDE',
    tags: ['pullback'],
    legs: [{ id: nextId(), instrument_type: 'stock', quantity: '3' }],
    plan: { entry: '29.40', stop: '28.10', target: '33.00', thesis: words.planThesis },
  };
  return { type: 'CreatePosition', aggregate_id: nextId(), payload, occurred_at: now };
}

function order(accountId: Id, now: Instant, nextId: () => Id): Wish {
  const position_template = {
    symbol: 'CAPS',
    tags: ['pullback'],
    legs: [{ id: nextId(), instrument_type: 'stock', quantity: '3' }],
    plan: { entry: '31.20', stop: '29.90', target: '35.00' },
  };
  const payload = { account_id: accountId, position_template, order_type: 'limit', limit_price: '31.20' };
  return { type: 'PlaceOrder', aggregate_id: nextId(), payload, occurred_at: now };
}
