import { type Wish, phaseDue } from '@taffrail/domain/conduct';
import { type Fact, type Instant, addMs, asJson, instantFromMs, msOf, tradingDayBounds, tradingDayOf } from '@taffrail/domain/kernel';
import type { Job, JobHandler, JobRequest, JobTools } from '../workspace/index.ts';
import { type Terms, bookForPhases, termsIn } from './book.ts';
import { changesSince } from './changes.ts';
import { judgementsDue } from './judgements.ts';
import { measurementsDue } from './measurements.ts';
import { type Place, type Round, type WishesOf, together } from './round.ts';

export const KEEP = 'conduct.keep';

/** What comes quickly one after another, such as an import or the outbox of a device, is looked at once. */
const QUIET_MS = 2_000;

/** What never comes to rest is looked at so often all the same. */
const LONGEST_WAIT_MS = 30_000;

const concerned = ['position', 'playbook_response', 'account', 'trading_rules', 'phase_settings', 'phase_progress'];

/** Nothing that keeping itself records asks for keeping, but a change of phase, after which evidence begins anew: it comes to an end. */
export function conductJobsOf({ aggregate_type, recorded_at }: Fact): readonly JobRequest[] {
  return concerned.includes(aggregate_type) ? [{ kind: KEEP, key: '', due_at: dueAfter(recorded_at), unless_due_by: recorded_at }] : [];
}

/** Once it is quiet, and at the latest where this stretch of time ends: all that was recorded in one asks for no later moment. */
function dueAfter(recorded: Instant): Instant {
  const end = instantFromMs((Math.floor(msOf(recorded) / LONGEST_WAIT_MS) + 1) * LONGEST_WAIT_MS);
  const quiet = addMs(recorded, QUIET_MS);
  return quiet < end ? quiet : end;
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
    for await (const wishes of together(wishesOf(round))) {
      const answers = await Promise.all(wishes.map((wish) => submit({ command_id: commandId(job, place, wish), ...wish })));
      // Whatever else is refused was recorded already, or has changed meanwhile and is looked at again because of that.
      flaws.push(
        ...answers.flatMap((answer) => (answer.outcome === 'refused' && answer.code === 'invalid_input' ? [answer.sentence] : [])),
      );
    }
  }
  remember(asJson(place));
  if (flaws.length > 0) throw new Error(flaws.join(' '));
  return () => newsAfter(place.seq, tools) ?? nextSessionEnd(round.terms, now);
};

/** What was recorded while keeping looked at what was there before could not put off what ran already, and asks by being there. */
function newsAfter(seq: number, { book, now }: JobTools): Instant | undefined {
  const marks = concerned.map(() => '?').join(', ');
  const [news] = book.read((sql) =>
    sql.all(`SELECT 1 FROM fact WHERE event_seq > ? AND aggregate_type IN (${marks}) LIMIT 1`, seq, ...concerned),
  );
  return news && addMs(now, QUIET_MS);
}

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
