import { type Wish, phaseDue } from '@taffrail/domain/conduct';
import { type Fact, type Instant, addMs, asJson, tradingDayBounds, tradingDayOf } from '@taffrail/domain/kernel';
import type { Job, JobHandler, JobRequest } from '../workspace/index.ts';
import { type Terms, bookForPhases, termsIn } from './book.ts';
import { changesSince } from './changes.ts';
import { judgementsDue } from './judgements.ts';
import { measurementsDue } from './measurements.ts';
import type { Place, Round, WishesOf } from './round.ts';

export const KEEP = 'conduct.keep';

/** What comes quickly one after another, such as an import or the outbox of a device, is looked at once. */
const QUIET_MS = 2_000;

const concerned: ReadonlySet<string> = new Set([
  'position',
  'playbook_response',
  'account',
  'trading_rules',
  'phase_settings',
  'phase_progress',
]);

/** Nothing that keeping itself records asks for keeping, but a change of phase, after which evidence begins anew: it comes to an end. */
export function conductJobsOf({ aggregate_type, recorded_at }: Fact): readonly JobRequest[] {
  return concerned.has(aggregate_type) ? [{ kind: KEEP, key: '', due_at: addMs(recorded_at, QUIET_MS) }] : [];
}

/** In this order: a phase is judged on what there is once breaches and sessions are on the record. */
const looks: readonly WishesOf[] = [judgementsDue, measurementsDue, phaseStepDue];

/**
 * Brings the record up to what the facts come to: breaches, sessions, the phase. It goes on from where it was last, so that a slot missed
 * while the server was down is done once it is up, and one that is done again finds nothing to do.
 */
export const keep: JobHandler = async (job, tools) => {
  const { book, now, remember, submit } = tools;
  const place: Place = { seq: book.lastSeq, at: now };
  const last = job.payload as unknown as Place | null;
  const round: Round = { tools, terms: termsIn(book), since: last ? { ...last, changes: changesSince(book, last.seq) } : undefined };
  const flaws: string[] = [];
  for (const wishesOf of looks) {
    for await (const wish of wishesOf(round)) {
      const answer = await submit({ command_id: commandId(job, place, wish), ...wish });
      // Whatever else is refused was recorded already, or has changed meanwhile and is looked at again because of that.
      if (answer.outcome === 'refused' && answer.code === 'invalid_input') flaws.push(`${wish.type}: ${answer.sentence}`);
    }
  }
  remember(asJson(place));
  if (flaws.length > 0) throw new Error(flaws.join(' '));
  return nextSessionEnd(round.terms, now);
};

const commandId = ({ due_at }: Job, { seq }: Place, { aggregate_id }: Wish): string => `keep/${due_at}/${seq}/${aggregate_id}`;

async function* phaseStepDue({ tools: { book, now, rest } }: Round): AsyncGenerator<Wish> {
  await rest();
  if (termsIn(book).progress === undefined) return;
  const wish = phaseDue(bookForPhases(book, now), now);
  if (wish) yield wish;
}

const DAY_MS = 86_400_000;

/** Without an account there is no session, and nothing that could end. */
function nextSessionEnd({ accounts }: Terms, now: Instant): Instant {
  const ends = accounts.map((clock) => tradingDayBounds(tradingDayOf(now, clock), clock).ends_at);
  return ends.reduce((first, end) => (end < first ? end : first), addMs(now, DAY_MS));
}
