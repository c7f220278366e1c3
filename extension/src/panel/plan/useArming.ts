import type { Refusal } from '@taffrail/domain/kernel';
import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask, type Called, type PlanNow } from '../../app/index.ts';
import { ticket as words } from '../../words/index.ts';
import { toast } from '../toasts.ts';
import { isArmed, noteArmed } from './armedTicket.ts';
import type { PlanOnPage } from './planOnPage.ts';

/** How a plan is armed by its button and by the keys of the browser, and what kept it from being armed. */
export function useArming(page: PlanOnPage, plan: PlanNow, picture: string | undefined, onArmed: () => void) {
  const { draft, ticket, sketch } = page;
  const [tries, setTries] = useState(0);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const stops = (plan.verdict?.reasons ?? []).filter(({ effect }) => effect === 'stops');
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
    noteArmed(page);
    onArmed();
    toast({ text: words.armed(sketch.symbol ?? '') });
  }

  /** What is against the rules is asked about first. */
  function arm(): void {
    setTries(tries + 1);
    if (!isWhole || isSaving || isArmed(page)) return;
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
    /** Why all the same is being asked. */
    isAsking,
    stopAsking: () => setAsking(false),
    /** Said once somebody has tried. */
    problem: tries > 0 ? problem : undefined,
    refusal,
  };
}
