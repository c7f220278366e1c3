import { sizeAllowed } from '@taffrail/domain/conduct';
import { rulesOn } from '@taffrail/domain/discipline';
import { isRefusal, tradingDayOf } from '@taffrail/domain/kernel';
import { known, type Replica } from '@taffrail/replica';
import type { Checklist, Offer, PlannedAccount, Planning, PlanNow, Size } from '../../app/index.ts';
import { planOf, type Plan } from './plan.ts';

/** What a page is told of its plan; undefined until the book is read. */
export function planNow(replica: Replica, planning: Planning): PlanNow | undefined {
  const plan = planOf(replica, planning);
  if (plan === undefined) return undefined;
  const { accounts, position, intendedRisk, verdict } = plan;
  const account = accountIn(plan, replica);
  return {
    position_id: planning.draft.position_id,
    is_planned: plan.isPlanned,
    missing: plan.missing ?? null,
    refusal: isRefusal(position) ? position : null,
    accounts: accounts.map(({ id, name }) => ({ id, name })),
    account,
    offered: offersIn(plan),
    checklist: checklistIn(plan),
    intended_risk_pct: intendedRisk,
    size: sizeIn(plan, account),
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

function accountIn({ account, now }: Plan, replica: Replica): PlannedAccount | null {
  if (account === undefined) return null;
  const { id, currency } = account;
  const { accounts } = rulesOn(known(replica).terms.value?.rules?.state, tradingDayOf(now, account));
  return { id, currency, size: accounts.find(({ account_id }) => account_id === id)?.size ?? null };
}

/** How much the cap allows, with the stop where it is; null where nothing caps it. */
function sizeIn({ sketch, position, verdict }: Plan, account: PlannedAccount | null): Size | null {
  const risk_pct = verdict?.allowed_risk_pct ?? null;
  if (account === null || risk_pct === null) return null;
  const { entry, stop } = sketch;
  if (account.size === null || entry === undefined || stop === undefined) return { risk_pct, quantity: null };
  const leg = position === undefined || isRefusal(position) ? undefined : position.legs[0];
  const multiplier = sketch.multiplier ?? leg?.multiplier ?? '1';
  const most_put_in = verdict?.allowed_size ?? null;
  return { risk_pct, quantity: sizeAllowed({ account_size: account.size.amount, risk_pct, entry, stop, multiplier, most_put_in }) ?? null };
}
