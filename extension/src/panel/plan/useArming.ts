import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Draft, Told } from '../../app/index.ts';
import { ticket as words } from '../../words/index.ts';
import { useBook } from '../book.ts';
import { toast } from '../toasts.ts';
import { armPlan } from './arm.ts';
import type { Plan } from './usePlan.ts';

/** How a plan is armed by its button and by the keys of the browser, and what kept it from being armed. */
export function useArming(draft: Draft, plan: Plan, picture: Blob | undefined, onArmed: () => void) {
  const book = useBook();
  const [tries, setTries] = useState(0);
  const [refusal, setRefusal] = useState<Refusal>();
  const [isSaving, setSaving] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [armedTicket, setArmed] = useState<string | null>(null);
  const { missing, position, evaluation, stops, sketch, ticketText } = plan;
  // The ticket stays as it is until the order is sent; what it says is planned once.
  const isArmed = ticketText !== null && ticketText === armedTicket && Object.keys(draft.typed).length === 0;
  const problem = missing === undefined ? (isRefusal(position) ? position.sentence : undefined) : words.missing[missing];
  const isWhole = problem === undefined && evaluation?.fields.some((field) => field.problem !== null) !== true;

  async function save(overrideReason: string | null): Promise<void> {
    setAsking(false);
    setSaving(true);
    const refused = await armPlan(book, draft, plan, { picture, overrideReason });
    setSaving(false);
    setRefusal(refused);
    if (refused !== undefined) return;
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
    const hear = (told: Told): void => {
      if (told.kind === 'arm_plan') latest.current();
    };
    browser.runtime.onMessage.addListener(hear);
    return () => browser.runtime.onMessage.removeListener(hear);
  }, []);

  return {
    arm,
    save,
    tries,
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
