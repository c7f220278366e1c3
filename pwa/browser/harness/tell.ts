import { uuidV7, type Id } from '@taffrail/domain/kernel';
import { openClient, type Server } from '../../../sync-server/faults/client.ts';

export interface Told {
  readonly type: string;
  readonly aggregate_id: Id;
  readonly payload: object;
  readonly occurred_at?: string;
  readonly expected_version?: number;
}

export const newId = (): Id => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

/** Writes into the book of a server what a scene begins with, as another device would. */
export async function tell(server: Server, ...commands: readonly Told[]): Promise<void> {
  const client = openClient(server);
  const { body } = await client.post('/api/commands', { commands: commands.map((command) => ({ command_id: newId(), ...command })) });
  client.close();
  const refused = (body as { answers: { outcome: string }[] }).answers.find(({ outcome }) => outcome !== 'accepted');
  if (refused) throw new Error(`the server did not accept: ${JSON.stringify(refused)}`);
}
