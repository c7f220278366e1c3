import { rulesOn } from '@taffrail/domain/discipline';
import { isRefusal, tradingDayOf } from '@taffrail/domain/kernel';
import { known, type Replica } from '@taffrail/replica';
import type { Checklist, Offer, Planning, PlanNow, Size } from '../../app/index.ts';
import { planOf, type Plan } from './plan.ts';
import { sizeFor } from './size.ts';

/** What a page is told of its plan; undefined until the book is read. */
export function planNow(replica: Replica, planning: Planning): PlanNow | undefined {
  const plan = planOf(replica, planning);
  if (plan === undefined) return undefined;
  const { account, accounts, position, intendedRisk, verdict } = plan;
  return {
    position_id: planning.draft.position_id,
    is_planned: plan.isPlanned,
    missing: plan.missing ?? null,
    refusal: isRefusal(position) ? position : null,
    accounts: accounts.map(({ id, name }) => ({ id, name })),
    account: account === undefined ? null : { id: account.id, currency: account.currency },
    offered: offersIn(plan),
    checklist: checklistIn(plan),
    intended_risk_pct: intendedRisk,
    size: sizeIn(plan, replica),
    verdict: verdict ?? null,
    now: plan.now,
  };
}

function offersIn({ offered, fits }: Plan): readonly Offer[] {
  const others = offered.filter((each) => !fits.includes(each));
  return [...fits, ...others].map((each) => ({ id: each.playbook.id, name: each.playbook.name, fits: fits.includes(each) }));
}

function checklistIn({ chosen, evaluation }: Plan): Checklist | null {
  if (chosen === undefined || evaluation === undefined) return null;
  const { playbook, latest } = chosen;
  return { playbook_id: playbook.id, version_id: latest.id, fields: latest.content.fields, evaluation };
}

/** How much the cap allows, with the stop where it is; null where nothing caps it. */
function sizeIn({ account, sketch, position, verdict, now }: Plan, replica: Replica): Size | null {
  const risk_pct = verdict?.allowed_risk_pct ?? null;
  if (account === undefined || risk_pct === null) return null;
  const { accounts } = rulesOn(known(replica).terms.value?.rules?.state, tradingDayOf(now, account));
  const size = accounts.find(({ account_id }) => account_id === account.id)?.size;
  const { entry, stop } = sketch;
  if (size === undefined || entry === undefined || stop === undefined) return { risk_pct, quantity: null };
  const leg = position === undefined || isRefusal(position) ? undefined : position.legs[0];
  const multiplier = sketch.multiplier ?? leg?.multiplier ?? '1';
  const most_put_in = verdict?.allowed_size ?? null;
  return { risk_pct, quantity: sizeFor({ account_size: size.amount, risk_pct, entry, stop, multiplier, most_put_in }) ?? null };
}
