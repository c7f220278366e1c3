import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn, findingsIn } from '../../../sync-server/faults/book.ts';
import { claim } from '../../../sync-server/faults/claim.ts';
import { launchServer } from '../../../sync-server/faults/serverProcess.ts';
import { openDevice, type Device, type DeviceOptions } from './device.ts';
import { openWire } from './wire.ts';

/** A real server with a book of its own, and the devices that use it, each a profile of Chromium that shares nothing with the others. */
export interface Stage {
  readonly server: StageServer;
  device(options?: DeviceOptions): Promise<Device>;
}

export interface StageServer {
  /** Of the process that runs now; a device reaches it by a wire of its own. */
  readonly port: number;
  /** A session of its owner, for what a scene begins with; empty where nobody owns it. */
  readonly cookie: string;
  readonly dataPath: string;
  output(): string;
  /** As `kill -9` does it. */
  kill(): Promise<void>;
  /** Again, with the same data; devices find it by themselves. */
  start(): Promise<void>;
}

export interface StageOptions {
  /** For whoever tries out how a server is claimed. Otherwise every device is signed in as its owner. */
  readonly isUnclaimed?: boolean;
  /** Where another state of the sources lies, for whoever tries out an update. */
  readonly repository?: string;
}

/**
 * Plays a scene, and hands on what was seen in it. Afterwards nothing of it is left, and it has failed if a page broke the content policy, threw, or wrote an error to
 * its console, or if the server's book is not what its facts say. Pictures of a failed scene stay in the system's folder for temporary files.
 *
 *     test('a page opens without a server', () =>
 *       onStage(async ({ server, device }) => {
 *         const phone = await device({ screen: 'phone' });
 *         const trader = traderAt(phone.page);
 *         await trader.opensTheApp();
 *         await server.kill();
 *         const tab = await phone.openTab('/positions');
 *         …
 *       }));
 */
export async function onStage<T>(play: (stage: Stage) => Promise<T>, stage: StageOptions = {}): Promise<T> {
  const { isUnclaimed = false, repository } = stage;
  const folder = mkdtempSync(join(tmpdir(), 'taffrail-stage-'));
  const dataPath = join(folder, 'data');
  const launch = () => launchServer({ dataPath, ...(repository !== undefined && { repository }) });
  let server = await launch();
  const devices: Device[] = [];

  async function device(options?: DeviceOptions): Promise<Device> {
    const wire = await openWire(() => server.port);
    const cookie = isUnclaimed ? undefined : await claim(server.port, '');
    const opened = await openDevice({ profilePath: join(folder, `device-${devices.length}`), wire, cookie }, options);
    devices.push(opened);
    return opened;
  }

  try {
    const stageServer = {
      get port() {
        return server.port;
      },
      cookie: isUnclaimed ? '' : await claim(server.port, server.output()),
      dataPath,
      output: () => server.output(),
      kill: () => server.killNine(),
      start: async () => void (server = await launch()),
    };
    const seen = await play({ server: stageServer, device });
    const problems = devices.flatMap((one) => one.problems);
    if (problems.length > 0) throw new Error(`The pages had problems:\n${problems.join('\n')}`);
    await server.killNine();
    const findings = existsSync(filesIn(dataPath).book) ? findingsIn(dataPath) : [];
    if (findings.length > 0) throw new Error(`The server's book is not what its facts say:\n${findings.join('\n')}`);
    return seen;
  } catch (error) {
    const pictures = await Promise.all(devices.map((one, n) => one.takePictures(`device-${n}`).catch(() => [])));
    if (error instanceof Error) error.message += `\n\nPictures: ${pictures.flat().join(', ')}`;
    throw error;
  } finally {
    await Promise.all(devices.map((one) => one.close()));
    await server.killNine();
    rmSync(folder, { recursive: true, force: true });
  }
}
