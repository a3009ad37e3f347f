import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Does something that only one process at a time may do in this checkout; others wait and say for whom. */
export async function withCheckoutLock(root, work) {
  const file = join(root, 'dist', '.lock');
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (let round = 0; !take(file); round += 1) {
    if (clearAbandoned(file)) continue;
    if (round % 50 === 0) console.error(`waiting for process ${holderOf(file)}, which prepares this checkout`);
    await pause(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moving it aside succeeds for one process only, however many find the lock of a dead one at once. */
function clearAbandoned(file) {
  const holder = holderOf(file);
  if (holder === undefined ? !isOld(file) : holder !== process.pid && isAlive(holder)) return false;
  try {
    renameSync(file, `${file}.${holder}`);
    rmSync(`${file}.${holder}`, { force: true });
    return true;
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

/** Undefined while the holder has made the file but not yet written its number. */
function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

/** Who died between making the file and writing its number left it empty for good. */
function isOld(file) {
  const { mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: Infinity };
  return Date.now() - mtimeMs > 5_000;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
