// Compiles each project by what it alone may know, as many at a time as there are cores.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
// Those that take longest come first, so that none of them is waited for alone.
const projects = [
  'sync-server',
  'extension/browser',
  'pwa/browser',
  'extension',
  'pwa',
  'core/replica',
  'core/face',
  'core/domain',
  'core/sync',
  'core/ui',
  'pwa/src/sw',
  '.',
];

await Promise.all(Array.from({ length: availableParallelism() }, compileWhatIsLeft));

async function compileWhatIsLeft() {
  for (let project = projects.shift(); project !== undefined; project = projects.shift()) {
    const isSound = await compiles(project);
    if (!isSound) process.exitCode = 1;
  }
}

function compiles(project) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const child = spawn(process.execPath, [tsc, '-p', project], { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => child.once('error', reject).once('exit', (code) => resolve(code === 0)));
}
