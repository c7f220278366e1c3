import type { Refusal } from '@taffrail/domain/kernel';
import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask, type Called, type PlanNow } from '../../app/index.ts';
import { ticket as words } from '../../words/index.ts';
import { toast } from '../toasts.ts';
import type { PlanOnPage } from './planOnPage.ts';

/** How a plan is armed by its button and by the keys of the browser, and what kept it from being armed. */
export function useArming({ draft, ticket, sketch }: PlanOnPage, plan: PlanNow, picture: string | undefined, onArmed: () => void) {
  const [tries, setTries] = useState(0);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [armedTicket, setArmed] = useState<string | null>(null);
  const stops = (plan.verdict?.reasons ?? []).filter(({ effect }) => effect === 'stops');
  // The ticket stays as it is until the order is sent; what it says is planned once.
  const ticketText = ticket === null ? null : JSON.stringify(ticket.fields);
  const isArmed = ticketText !== null && ticketText === armedTicket && Object.keys(draft.typed).length === 0;
  const problem = plan.missing === null ? plan.refusal?.sentence : words.missing[plan.missing];
  const isWhole = problem === undefined && plan.checklist?.evaluation.fields.some((field) => field.problem !== null) !== true;

  async function save(override_reason: string | null): Promise<void> {
    setAsking(false);
    setSaving(true);
    const refused = await ask({ kind: 'arm', draft, ticket, override_reason, picture: picture ?? null });
    setSaving(false);
    setRefusal(refused);
    if (refused !== null) return;
    setTries(0);
    setArmed(ticketText);
    onArmed();
    toast({ text: words.armed(sketch.symbol ?? '') });
  }

  /** What is against the rules is asked about first. */
  function arm(): void {
    setTries(tries + 1);
    if (!isWhole || isSaving || isArmed) return;
    if (stops.length > 0) setAsking(true);
    else void save(null);
  }

  const latest = useRef(arm);
  latest.current = arm;
  useEffect(() => {
    const hear = (called: Called): void => {
      if (called.kind === 'arm_plan') latest.current();
    };
    browser.runtime.onMessage.addListener(hear);
    return () => browser.runtime.onMessage.removeListener(hear);
  }, []);

  return {
    arm,
    save,
    tries,
    stops,
    isSaving,
    isArmed,
    /** Why all the same is being asked. */
    isAsking,
    stopAsking: () => setAsking(false),
    /** Said once somebody has tried. */
    problem: tries > 0 ? problem : undefined,
    refusal,
  };
}
