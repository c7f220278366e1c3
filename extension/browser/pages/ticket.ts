import type { Adapter, Contradiction } from '../../src/brokers/index.ts';
import { type FromTicket, type Sighting, TICKET_PORT } from '../../src/ticket/index.ts';
import type { PageScene, PortInPage } from './onPage.ts';

export interface Watched {
  readonly port: PortInPage;
  sighting(): Promise<Sighting | undefined>;
  contradictions(): Promise<readonly Contradiction[]>;
  /** What is read, `-` for what the ticket does without, `?` and why for what cannot be read; or why there is no ticket. */
  reads(): Promise<{ readonly [name: string]: string }>;
}

export async function watchTicketIn(scene: PageScene, adapter: Adapter): Promise<Watched> {
  const port = await scene.openPort(TICKET_PORT);
  await port.say({ kind: 'watch', adapter });
  const sighting = async (): Promise<Sighting | undefined> => ((await port.told()).at(-1) as FromTicket | undefined)?.sighting;
  return {
    port,
    sighting,
    reads: async () => inShort(await sighting()),
    async contradictions() {
      const seen = await sighting();
      return seen?.seen === 'ticket' ? seen.ticket.check_the_ticket : [];
    },
  };
}

function inShort(sighting: Sighting | undefined): { readonly [name: string]: string } {
  if (sighting?.seen !== 'ticket') return { nothing: sighting?.why ?? '' };
  return Object.fromEntries(
    Object.entries(sighting.ticket.fields).map(([name, reading]) => {
      if (reading.state === 'read') return [name, reading.value];
      return [name, reading.state === 'absent' ? '-' : `?${reading.why}`];
    }),
  );
}
