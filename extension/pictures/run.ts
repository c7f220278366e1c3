import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { setup } from '../browser/harness/globalSetup.ts';
import { EXTENSION } from '../build/folders.ts';
import { scenes } from './scenes.ts';

/** What the stores show. */
const FOLDER = join(EXTENSION, 'store/pictures');
/** As large as both stores want them. */
const [WIDTH, HEIGHT, PANEL] = [1280, 800, 420];

await setup();
mkdirSync(FOLDER, { recursive: true });
for (const [name, taken] of Object.entries(scenes)) {
  const { page, panel } = await taken({ width: WIDTH - PANEL, height: HEIGHT }, { width: PANEL, height: HEIGHT });
  const file = await sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#ffffff' } })
    .composite([
      { input: page, left: 0, top: 0 },
      { input: panel, left: WIDTH - PANEL, top: 0 },
    ])
    .png({ palette: true, effort: 10 })
    .toBuffer();
  writeFileSync(join(FOLDER, `${name}.png`), file);
  console.log(`${name}.png, ${Math.round(file.length / 1024)} KiB`);
}
