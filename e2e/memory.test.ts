import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { findEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts';
import { startLoad } from './load.ts';
import { crewOf } from './processes.ts';
import { startService, type Service } from './service.ts';

const run = promisify(execFile);
const mb = 1024 * 1024;

let service: Service;
beforeAll(async () => {
  service = await startService({ name: 'laksa memory' });
}, 180_000);
afterAll(async () => service?.remove(), 60_000);

const webOf = async (): Promise<number> => {
  for (;;) {
    const [pid] = (await crewOf(service)).web;
    if (pid !== undefined) return pid;
    await pause(50);
  }
};

const numbersIn = async (): Promise<ReadonlySet<string>> => {
  const client = new pg.Client({ connectionString: (await findEmbeddedPostgres(service.dataDir))?.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ number: string }>('select number from laksa.report');
    return new Set(rows.map(({ number }) => number));
  } finally {
    await client.end();
  }
};

/** The most that a process had in memory since it was last asked, in bytes. */
const peakOf = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  await writeFile(`/proc/${pid}/clear_refs`, '5');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
};

const boundary = 'a-line-that-nobody-types';
const fileHead = (at: number) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="photos"; filename="${at}.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`;

/** A form with eight files of nearly 20 MB, of which nothing is said beforehand; gives the status of its answer. */
const sendHugeForm = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const sending = request(
      `${service.origin}/lapor`,
      { method: 'POST', headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } },
      (answer) => void answer.resume().on('end', () => resolve(answer.statusCode ?? 0)),
    ).on('error', reject);
    const write = async (): Promise<void> => {
      for (let file = 0; file < 8; file += 1) {
        sending.write(fileHead(file));
        for (let at = 0; at < 19; at += 1)
          if (!sending.write(randomBytes(mb))) await new Promise((drained) => sending.once('drain', drained));
        sending.write('\r\n');
      }
      sending.write(`--${boundary}\r\nContent-Disposition: form-data; name="step"\r\n\r\nedit\r\n`);
      sending.end(`--${boundary}--\r\n`);
    };
    write().catch(reject);
  });

describe('the memory of a web process', () => {
  it('grows by little of a form of 152 MB, however it is sent: what is read goes on to the disk', async () => {
    const pid = await webOf();
    await fetch(`${service.origin}/lapor`);
    await sendHugeForm();
    await peakOf(pid);
    const before = await peakOf(pid);
    const statuses = await Promise.all([sendHugeForm(), sendHugeForm(), sendHugeForm()]);
    const grown = (await peakOf(pid)) - before;
    console.log(
      `three forms of 152 MB: ${(before / mb).toFixed(0)} MB before, ${(grown / mb).toFixed(0)} MB more at the most`,
    );
    expect(statuses).toEqual([200, 200, 200]);
    expect(await webOf()).toBe(pid);
    expect(grown).toBeLessThan((3 * 152 * mb) / 4);
  }, 120_000);

  it('may run out under load: another process takes its place, and every report that was acknowledged is there once', async () => {
    const load = await startLoad(service.origin, 4);
    await load.more(8);
    for (let death = 0; death < 3; death += 1) {
      const pid = await webOf();
      // From here on it is given no more than it has.
      await run('prlimit', ['--pid', String(pid), '--data=1048576:1048576', '--as=1048576:1048576']);
      const until = performance.now() + 60_000;
      while ((await webOf()) === pid && performance.now() < until) await pause(50);
      expect(await webOf()).not.toBe(pid);
      await load.more(8);
    }
    await load.stop();
    expect(service.said().match(/a web process ended/g)?.length).toBeGreaterThanOrEqual(3);
    const numbers = await numbersIn();
    expect(load.acknowledged.filter(({ number }) => !numbers.has(number))).toEqual([]);
    expect(new Set(load.acknowledged.map(({ number }) => number)).size).toBe(load.acknowledged.length);
    expect(await service.laksa('ledger', 'verify', '--tenant', 'demo')).toMatch(/all whole/);
  }, 240_000);
});
