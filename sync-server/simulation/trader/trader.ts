import type { Counters } from '../counters.ts';
import type { Device, Wish } from '../device.ts';
import type { Random } from '../random.ts';
import type { World } from '../world.ts';
import { accountHabits } from './accountHabits.ts';
import { attachmentHabits } from './attachmentHabits.ts';
import { disciplineHabits } from './disciplineHabits.ts';
import { deskOf, type Desk, type Habit } from './desk.ts';
import { fillHabits } from './fillHabits.ts';
import { journalHabits } from './journalHabits.ts';
import { mistaken } from './mistakes.ts';
import { orderHabits } from './orderHabits.ts';
import { playbookHabits } from './playbookHabits.ts';
import { positionHabits } from './positionHabits.ts';
import { rearrangingHabits } from './rearrangingHabits.ts';
import { riskHabits } from './riskHabits.ts';
import { settlementHabits } from './settlementHabits.ts';

export interface Trader {
  isDone(): boolean;
}

export interface TraderParts {
  readonly world: World;
  readonly random: Random;
  readonly device: Device;
  readonly wishes: number;
  readonly count: Counters['count'];
}

const HABITS: readonly Habit[] = [
  accountHabits,
  positionHabits,
  fillHabits,
  settlementHabits,
  rearrangingHabits,
  orderHabits,
  journalHabits,
  attachmentHabits,
  playbookHabits,
  disciplineHabits,
  riskHabits,
].flat();

const LONGEST_THOUGHT_MS = 4_000;
const MISTAKES = 0.12;

/** Somebody at a device who does what comes to mind, looking at what the device shows, and now and then gets it wrong. */
export function openTrader({ world, random, device, wishes, count }: TraderParts): Trader {
  let left = wishes;
  let last: Wish | undefined;

  function act(): void {
    if (!device.isReady()) return think();
    const burst = Math.min(left, random.chance(0.2) ? random.between(2, 5) : 1);
    for (let one = 0; one < burst; one++) wish();
    left -= burst;
    if (left > 0) think();
  }

  function wish(): void {
    const desk = deskOf(device, random, world.newId);
    const wanted = whatComesToMind(desk, random);
    const made = random.chance(MISTAKES) ? mistaken(wanted, last, desk) : wanted;
    count(`wish: ${made.type}`);
    device.wish(made);
    last = made;
  }

  const think = (): void => void world.after(random.between(50, LONGEST_THOUGHT_MS), act);
  think();

  return { isDone: () => left === 0 };
}

/** A habit that finds nothing to do leaves it to another; opening an account is always possible. */
function whatComesToMind(desk: Desk, random: Random): Wish {
  const total = HABITS.reduce((sum, { weight }) => sum + weight, 0);
  for (;;) {
    let at = random.unit() * total;
    const habit = HABITS.find(({ weight }) => (at -= weight) < 0);
    const wish = habit?.think(desk);
    if (wish) return wish;
  }
}
