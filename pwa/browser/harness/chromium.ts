import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isProgram, programOnPath } from './program.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/** The system's own, so that nobody downloads a browser beside the one they have. */
export function findChromium(): string {
  const found = installed() ?? installedNow();
  if (found !== undefined) return found;
  throw new Error(
    'The browser tests need Chromium and found none. Install it (Debian, Ubuntu: `sudo apt-get install chromium`; Fedora: `sudo dnf install chromium`; ' +
      'macOS: `brew install --cask chromium`), or name the program in CHROMIUM_PATH.',
  );
}

function installed(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined) {
    if (!isProgram(named)) throw new Error(`CHROMIUM_PATH is ${named}, where there is no program; correct it, or leave it out to search.`);
    return named;
  }
  return programOnPath(NAMES) ?? PLACES.find(isProgram);
}

/** Where a build runs as root on Debian, nobody is there to be asked. */
function installedNow(): string | undefined {
  if (process.env['CI'] === undefined || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  spawnSync('apt-get', ['update', '--quiet'], options);
  spawnSync('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', 'chromium'], options);
  return installed();
}

/** A switch that is given twice counts as it was given last: what the tools leave out stands here once more. */
const leftOut = [
  // A window loads two pages for its line of addresses, which takes longer than the app does.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

export const chromiumArguments: readonly string[] = [
  // Root, as in a container, has no sandbox to go into.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${leftOut.join()}`,
];
