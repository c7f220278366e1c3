import { uuidV7, type Command, type Id } from '@taffrail/domain/kernel';
import type { Random } from '../simulation/random.ts';

/** Somebody busy: every command is new, carries ids made by the client, and mostly builds on the ones before. */
export interface Trader {
  next(): Command;
}

interface Holding {
  readonly position_id: Id;
  readonly leg_ids: readonly Id[];
}

/** Ids need a moment to be made of; any will do, and a fixed one keeps a seed's run the same. */
const FIRST_MS = Date.UTC(2025, 1, 5, 10, 30);
const REMEMBERED_HOLDINGS = 12;
/** Refusals are answers too, and must come out the same every time. */
const WRONG_LEG_SHARE = 0.03;
const SYMBOLS = ['AAPL', 'MSFT', 'SPY', 'BRK.B', 'ÖMV'];
const THOUGHTS = [
  'breakout above the range',
  'earnings drift',
  'sold too early last time',
  'größer als geplant',
  'gap fill 📉',
  'no edge, small size',
];

export function openTrader(random: Random): Trader {
  let made = 0;
  const accountIds: Id[] = [];
  let holdings: Holding[] = [];

  function next(): Command {
    if (accountIds.length === 0 || random.chance(0.02)) return openAccount();
    return holdings.length === 0 || random.chance(0.35) ? createPosition() : recordFill();
  }

  function openAccount(): Command {
    const id = newId();
    accountIds.push(id);
    const payload = {
      name: `Account ${accountIds.length}`,
      broker: 'Paper',
      currency: random.pick(['USD', 'EUR', 'JPY']),
      zone: 'America/New_York',
    };
    return command('OpenAccount', id, payload);
  }

  function createPosition(): Command {
    const position_id = newId();
    const legs = random.chance(0.3) ? vertical() : [{ id: newId(), instrument_type: 'stock', quantity: quantity() }];
    const leg_ids = legs.map((leg) => leg.id);
    holdings = [...holdings, { position_id, leg_ids }].slice(-REMEMBERED_HOLDINGS);
    return command('CreatePosition', position_id, {
      account_id: random.pick(accountIds),
      symbol: random.pick(SYMBOLS),
      legs,
      tags: random.chance(0.4) ? [random.pick(['swing', 'earnings', 'hedge'])] : [],
      plan: random.chance(0.5) ? { entry: price(), stop: price(), thesis: thesis() } : null,
      fills: random.chance(0.4) ? leg_ids.map(fillOf) : [],
    });
  }

  function vertical() {
    const terms = { instrument_type: 'option', expiry: '2035-01-19', right: random.pick(['call', 'put']) };
    const [low, contracts] = [random.between(50, 400), random.between(1, 20)];
    return [
      { id: newId(), ...terms, strike: String(low), quantity: String(contracts) },
      { id: newId(), ...terms, strike: String(low + 5), quantity: String(-contracts) },
    ];
  }

  /** Without a time of its own it happened just now, as trades do that a script writes down. */
  function recordFill(): Command {
    const { position_id, leg_ids } = random.pick(holdings);
    const leg_id = random.chance(WRONG_LEG_SHARE) ? newId() : random.pick(leg_ids);
    const next_ids = { next_position_id: newId(), next_leg_id: newId(), next_fill_id: newId() };
    return command('RecordFill', position_id, { ...fillOf(leg_id), ...next_ids });
  }

  const fillOf = (leg_id: Id) => ({ fill_id: newId(), leg_id, price: price(), quantity: quantity(), fees: String(random.between(0, 2)) });

  // Few sizes, so that positions often become flat, close themselves and are traded again.
  const quantity = (): string => String(random.pick([-200, -100, 100, 200]));
  const price = (): string => `${random.between(1, 500)}.${random.between(10, 99)}`;
  const thesis = (): string => Array.from({ length: random.between(1, 30) }, () => random.pick(THOUGHTS)).join('; ');

  function newId(): Id {
    made += 1;
    return uuidV7(FIRST_MS + made, random.bytes(10));
  }

  function command(type: string, aggregate_id: Id, payload: Command['payload']): Command {
    return { command_id: newId(), type, aggregate_id, payload };
  }

  return { next };
}
