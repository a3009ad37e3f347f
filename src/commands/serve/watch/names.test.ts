import { readFile } from 'node:fs/promises';

import { Registry } from 'prom-client';
import { expect, test } from 'vitest';

import { countFailures } from '../../../features/sign-in/count-failures.ts';
import { createMetrics, measurePool } from '../../../platform/http/metrics.ts';
import { testServer } from '../../../platform/http/testing/test-server.ts';
import { countedPost } from '../counted-post.ts';
import { processUp } from '../whole-scrape.ts';
import { createGauges } from './gauges.ts';
import { pino } from 'pino';

/** The names of our own; what Node and the process say of themselves (`nodejs_`, `process_`) is the library's and documented by it. */
const measured = async (): Promise<readonly string[]> => {
  const { registry } = createMetrics(new Registry());
  measurePool(registry, () => ({ used: 0, idle: 0, waiting: 0, most: 0 }));
  const { server } = await testServer();
  countFailures(server, registry);
  countedPost(async () => undefined, { registry, log: pino({ level: 'silent' }), line: null });
  const names = [registry, createGauges('0').registry].flatMap((one) =>
    one.getMetricsAsArray().map(({ name }) => name),
  );
  await server.close();
  return [...names, processUp.name].filter((name) => !/^(?:nodejs|process)_/.test(name)).toSorted();
};

const docs = (name: string): Promise<string> => readFile(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8');

test('the table of measurements names each of them, and none that is not there', async () => {
  const table = (await docs('operations.md')).matchAll(/^\| `((?:laksa|http)_\w+)`/gm);
  expect([...table].map(([, name]) => name).toSorted()).toEqual(await measured());
});

test('the rules for alerts ask for measurements that are there', async () => {
  const known = await measured();
  const asked = (await docs('monitoring/laksa.rules.yml')).matchAll(
    /\b((?:laksa|http)_\w+?)(?:_bucket)?\b(?=[{[)\s])/g,
  );
  const unknown = [...asked].map(([, name = '']) => name).filter((name) => !known.includes(name));
  expect(unknown).toEqual([]);
});
