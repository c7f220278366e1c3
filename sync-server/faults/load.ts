import { syncLimits, type CommandAnswer } from '@taffrail/sync';
import { openClient, readEvents, type Client, type Reply } from './client.ts';
import type { Ledger } from './ledger.ts';
import type { Random } from '../simulation/random.ts';
import { replyText } from './replies.ts';
import { startServer, type ServerOptions, type ServerProcess } from './serverProcess.ts';
import type { Trader } from './trader.ts';

const MOST_COMMANDS_IN_A_REQUEST = 4;

/** Runs a server with a client to it; whatever happens, neither outlives the work. */
export async function withServer<T>(
  options: ServerOptions & { connections: number },
  work: (server: ServerProcess, client: Client) => Promise<T>,
): Promise<T> {
  const server = await startServer(options);
  const client = openClient(server, options.connections);
  try {
    return await work(server, client);
  } finally {
    client.close();
    await server.killNine();
  }
}

/** One request with a few new commands. What comes back is in the ledger when it is an answer. */
export async function postNext(client: Client, trader: Trader, ledger: Ledger, random: Random): Promise<Reply> {
  const commands = Array.from({ length: random.between(1, MOST_COMMANDS_IN_A_REQUEST) }, () => trader.next());
  ledger.send(commands);
  const reply = await client.post('/api/commands', { commands });
  if (reply.status === 200) ledger.answer(answersIn(reply));
  return reply;
}

/** Sends everything again that was never answered, in its order, as an outbox does. */
export async function sendUnanswered(client: Client, ledger: Ledger): Promise<void> {
  const commands = ledger.unanswered();
  for (let from = 0; from < commands.length; from += syncLimits.commandsPerRequest) {
    const reply = await client.post('/api/commands', { commands: commands.slice(from, from + syncLimits.commandsPerRequest) });
    ledger.answer(answersIn(reply));
  }
}

/** Settles every open question and holds the whole log against the ledger. */
export async function settleAccounts(client: Client, ledger: Ledger): Promise<void> {
  await sendUnanswered(client, ledger);
  ledger.readWhole(await readEvents(client, 0));
}

export function answersIn(reply: Reply): readonly CommandAnswer[] {
  if (reply.status !== 200) throw new Error(`commands were answered with ${replyText(reply)}`);
  return (reply.body as { answers: CommandAnswer[] }).answers;
}
