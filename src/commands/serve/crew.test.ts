import cluster from 'node:cluster';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

import { readConfig } from '../../config.ts';
import { hire } from './crew.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laksa-crew-'));
  const child = join(folder, 'child.cjs');
  await writeFile(
    child,
    "process.on('SIGTERM', () => process.exit(0)); process.send({}); setInterval(() => {}, 1000);",
  );
  cluster.setupPrimary({ exec: child, execArgv: [] });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('counts as dead who ended by themselves, not who was asked to end so that another takes their place', async () => {
  const died: string[] = [];
  const config = readConfig({ LAKSA_DATA: folder, LAKSA_WEB_PROCESSES: '2', LAKSA_ROLES: 'web' });
  const crew = hire({
    config,
    env: () => ({}),
    log: () => undefined,
    answersTo: () => ({}),
    onDeath: (name) => died.push(name),
  });
  const children = () => Object.values(cluster.workers ?? {}).map((worker) => worker?.process.pid ?? 0);
  const up = new Set<number>();
  cluster.on('message', ({ process: { pid } }) => up.add(pid ?? 0));
  const otherThan = (before: readonly number[]) =>
    vi.waitUntil(
      () => children().length === 2 && children().every((pid) => up.has(pid) && !before.includes(pid)),
      20_000,
    );
  try {
    await otherThan([]);
    const first = children();
    crew.replace();
    await otherThan(first);
    expect(died).toEqual([]);
    const second = children();
    for (const pid of second) process.kill(pid, 'SIGKILL');
    await otherThan(second);
    expect(died.toSorted()).toEqual(['web-1', 'web-2']);
  } finally {
    await crew.dismiss();
  }
});
