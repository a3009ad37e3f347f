import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { demoReports } from '../src/commands/demo/demo-reports.ts';
import { makeService, type Service } from './service.ts';
import { visit } from './visitor.ts';

let service: Service;
beforeAll(async () => {
  service = await makeService({ env: { LAKSA_DEMO: '1' } });
});
afterAll(() => service?.remove(), 60_000);

const times = (words: string): number => service.said().split(words).length - 1;
const madeReports = (): number => times(`making ${demoReports.length} demonstration reports`);

/** Starts, and ends while they are being made. Killed is the supervisor alone: what it leaves running has to find out by itself. */
const endAmongReports = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<string> => {
  const before = times(`10 of ${demoReports.length}`);
  const started = service.start().catch((error: unknown) => String(error));
  while (times(`10 of ${demoReports.length}`) === before) await pause(20);
  process.kill(service.pid(), signal);
  return String(await started);
};

it('the first start makes the reports of the demonstration, each once, stopped and killed among them too', async () => {
  expect(await endAmongReports('SIGTERM')).toContain('the service ended with 0');
  expect(await endAmongReports('SIGKILL')).toContain('the service ended with SIGKILL');
  await service.start();
  expect(await service.laksa('ledger', 'verify', '--tenant', 'demo')).toContain(
    `in ${demoReports.length} reports: all whole`,
  );
  const visitor = visit(service.origin);
  expect((await visitor.get('/laporan')).body).toContain('Trotoar ambles di depan halte');
  visitor.close();
  expect(madeReports()).toBe(3);
  await service.stop();
  await service.start();
  expect(madeReports()).toBe(3);
}, 240_000);
