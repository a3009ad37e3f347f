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

/** The supervisor alone: what it left running has to find out by itself. */
const killAmongReports = async (): Promise<void> => {
  const started = service.start().catch((error: unknown) => error);
  while (!service.said().includes(`10 of ${demoReports.length}`)) await pause(20);
  process.kill(service.pid(), 'SIGKILL');
  expect(await started).toBeInstanceOf(Error);
};

const madeReports = (): number => service.said().split(`making ${demoReports.length} demonstration reports`).length - 1;

it('the first start makes the reports of the demonstration, each once, killed among them too', async () => {
  await killAmongReports();
  await service.start();
  expect(await service.laksa('ledger', 'verify', '--tenant', 'demo')).toContain(
    `in ${demoReports.length} reports: all whole`,
  );
  const visitor = visit(service.origin);
  expect((await visitor.get('/laporan')).body).toContain('Trotoar ambles di depan halte');
  visitor.close();
  expect(madeReports()).toBe(2);
  await service.stop();
  await service.start();
  expect(madeReports()).toBe(2);
}, 240_000);
