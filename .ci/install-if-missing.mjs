// Makes one command enough on a fresh clone. Runs on whatever Node the machine has, so it uses nothing newer than 20.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

if (!isInstalled()) whileOthersWait(install);

/** True when every package is there as the lockfile says. npm writes its own record last, so an interrupted install has none. */
function isInstalled() {
  const record = join(root, 'node_modules/.package-lock.json');
  // A link that resolves: the pinned runtime arrives by an install script, after the packages themselves.
  if (!existsSync(record) || !existsSync(join(root, 'node_modules/.bin/node'))) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(record);
  const complete = Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (!path.startsWith('node_modules/')) return true;
    const found = present[path];
    // Optional packages belong to other systems; npm leaves them out here.
    return found ? found.version === version && found.integrity === integrity : optional === true;
  });
  return complete && Object.keys(present).every((path) => existsSync(join(root, path, 'package.json')));
}

function packagesOf(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages ?? {};
}

function install() {
  if (isInstalled()) return 0;
  console.log('Installing what is missing (once, and again only when package-lock.json changes) …');
  // From nothing, because npm takes a half-unpacked package for an installed one.
  rmSync(join(root, 'node_modules'), { recursive: true, force: true });
  // Not `npm ci`: it refuses a lockfile that leaves out optional packages for systems the registry in use does not carry.
  // The runtime and the tools are development dependencies, also where NODE_ENV says production.
  const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (npm.status !== 0) {
    console.error('npm could not install the packages, so nothing was started. Its message above says why.');
    return npm.status ?? 1;
  }
  if (isInstalled()) return 0;
  console.error('The packages npm installed are not those of package-lock.json. Run `npm install` and commit the lockfile it writes.');
  return 1;
}

/** Two installing at once would destroy each other's work. The lock lies outside node_modules, which is about to be removed. */
function whileOthersWait(work) {
  const lock = join(tmpdir(), `taffrail-install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`);
  take(lock);
  try {
    process.exitCode = work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  const me = String(process.pid);
  let announced = false;
  while (!created(lock, me)) {
    if (isAbandoned(lock)) {
      // Two may find the same abandoned lock; the last to sign it has it, so each looks again after a pause.
      writeFileSync(lock, me);
      pause(500);
      if (readFileSync(lock, 'utf8') === me) return;
    }
    if (!announced) console.log('Another command is installing the packages; waiting for it …');
    announced = true;
    pause(200);
  }
}

function created(lock, me) {
  try {
    writeFileSync(lock, me, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Its owner is gone, or it is older than any install takes (process ids are reused). */
function isAbandoned(lock) {
  try {
    if (Date.now() - statSync(lock).mtimeMs > 900_000) return true;
    const owner = Number(readFileSync(lock, 'utf8'));
    // Zero: created, but not signed yet.
    return owner > 0 && !isRunning(owner);
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function pause(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
