import { wishesToKeep } from '@taffrail/domain/conduct';
import type { Breach, Judgement, MeasuredSession, Override } from '@taffrail/domain/discipline';
import { uuidV7, type Instant } from '@taffrail/domain/kernel';
import type { HistoryLine, PhaseProgress } from '@taffrail/domain/phases';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bookSeen } from './bookSeen.ts';
import { rehearse, type Rehearsal } from './rehearsal.ts';
import { sampleWishes } from './sampleBook.ts';

/** A refusal throws. */
function performed(now: Instant): Rehearsal {
  let made = 0;
  const bytes = new DataView(new ArrayBuffer(10));
  const nextId = () => {
    bytes.setUint32(4, (made += 1));
    return uuidV7(Date.parse(now), new Uint8Array(bytes.buffer.slice(0)));
  };
  const rehearsal = rehearse(now, nextId);
  for (const wish of sampleWishes(now, nextId)) rehearsal.wish(wish);
  return rehearsal;
}

const statesOf = <S>(rehearsal: Rehearsal, type: string): readonly S[] => rehearsal.states<S>(type).map(({ state }) => state);

function inShort(line: HistoryLine): string {
  if (line.kind === 'blocked') return `${line.attempt.action} to ${line.attempt.to_phase} blocked`;
  const { from_phase, to_phase, trigger, override_password_used } = line.transition;
  return `${from_phase} to ${to_phase} ${override_password_used ? 'override' : trigger}`;
}

it('whenever somebody asks for it, every command is one the rules allow, and the trader walks up to Scaling and back down', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2032-01-01'), noInvalidDate: true }), (date) => {
      const now = date.toISOString();
      const rehearsal = performed(now);
      const [progress] = statesOf<PhaseProgress>(rehearsal, 'phase_progress');
      expect(progress?.history.map(inShort)).toEqual([
        'experience to proof auto',
        'attempted_advance to trial blocked',
        'proof to trial auto',
        'trial to proof auto',
        'manual_advance to trial blocked',
        'proof to trial override',
        'trial to scaling auto',
        'scaling to trial auto',
        'trial to proof auto',
      ]);
      expect(statesOf<Override>(rehearsal, 'override').map(({ reasons }) => reasons.map(({ rule }) => rule))).toEqual([['phase_size']]);
      const kept = {
        judgements: statesOf<Judgement>(rehearsal, 'judgement'),
        breaches: statesOf<Breach>(rehearsal, 'breach'),
        sessions: statesOf<MeasuredSession>(rehearsal, 'trading_session'),
      };
      const rules = new Set(kept.breaches.map(({ finding }) => finding.rule_key));
      expect([...rules].toSorted()).toEqual(
        expect.arrayContaining(['cool_off_ignored', 'day_loss_exceeded', 'day_trades_exceeded', 'loss_streak_day', 'risk_cap_exceeded']),
      );
      expect(wishesToKeep({ now, book: bookSeen(rehearsal), before: undefined, kept })).toEqual([]);
    }),
    { numRuns: 8 },
  );
}, 60_000);
