// Makes one command enough on a fresh clone. Runs on whatever Node the machine has, so it uses nothing newer than 20.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const STAMP = 'node_modules/.taffrail-installed';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
const installed = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '';

if (installed !== wanted) {
  console.log('Installing what is missing (once, and again only when package-lock.json changes) …');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (npm.status !== 0) {
    console.error('npm ci did not finish, so nothing was started. Its message above says why.');
    process.exit(npm.status ?? 1);
  }
  writeFileSync(STAMP, wanted);
}
