import { addMs, uuidV7, type Id } from '@taffrail/domain/kernel';
import { syncLimits } from '@taffrail/sync';
import { openClient, type Server } from '../../../sync-server/faults/client.ts';

const FIRST_TRADE = '2025-01-06T14:30:00.000Z';
const BETWEEN_TRADES_MS = 600_000;
const SYMBOLS = 250;
/** The others are closed. */
const STILL_OPEN = 25;

/** Writes years of trading into the book of a server, as a device with a long outbox would. */
export async function fillBook(server: Server, positions: number): Promise<void> {
  const client = openClient(server);
  const accountId = nextId();
  const trades = Array.from({ length: positions }, (_, n) => trade(accountId, n, n >= positions - STILL_OPEN));
  const commands = [openAccount(accountId), ...trades];
  for (let from = 0; from < commands.length; from += syncLimits.commandsPerRequest) {
    const { body } = await client.post('/api/commands', { commands: commands.slice(from, from + syncLimits.commandsPerRequest) });
    const refused = (body as { answers: { outcome: string }[] }).answers.find(({ outcome }) => outcome !== 'accepted');
    if (refused) throw new Error(`a trade was not accepted: ${JSON.stringify(refused)}`);
  }
  client.close();
}

const nextId = (): Id => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

function openAccount(id: Id) {
  const payload = { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'America/New_York' };
  return { command_id: nextId(), type: 'OpenAccount', aggregate_id: id, payload, occurred_at: FIRST_TRADE };
}

function trade(accountId: Id, n: number, isOpen: boolean) {
  const legId = nextId();
  const occurred_at = addMs(FIRST_TRADE, n * BETWEEN_TRADES_MS);
  const entry = 20 + (n % 80);
  const fill = (price: string, quantity: string, afterMs: number) => ({
    fill_id: nextId(),
    leg_id: legId,
    price,
    quantity,
    fees: '0.35',
    occurred_at: addMs(occurred_at, afterMs),
  });
  const exits = isOpen ? [] : [fill(`${entry + (n % 5) - 2}.75`, '-100', 300_000)];
  const payload = {
    account_id: accountId,
    symbol: symbolOf(n % SYMBOLS),
    legs: [{ id: legId, instrument_type: 'stock', quantity: '100' }],
    tags: n % 3 === 0 ? ['breakout'] : [],
    plan: { entry: String(entry), stop: String(entry - 1) },
    fills: [fill(`${entry}.01`, '100', 0), ...exits],
  };
  return { command_id: nextId(), type: 'CreatePosition', aggregate_id: nextId(), payload, occurred_at };
}

/** Three letters, another three for each number. */
const symbolOf = (n: number): string => String.fromCharCode(...[n / 676, n / 26, n].map((place) => 65 + (Math.floor(place) % 26)));
