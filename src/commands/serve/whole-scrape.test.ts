import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { expect, test } from 'vitest';

import type { Line } from '../../platform/line/line.ts';
import { wholeScrape } from './whole-scrape.ts';

const processWith = (count: number): Registry => {
  const registry = new Registry();
  new Counter({ name: 'answers_total', help: 'Answers', labelNames: ['status'], registers: [registry] }).inc(
    { status: 200 },
    count,
  );
  new Histogram({ name: 'seconds', help: 'Seconds', buckets: [1], registers: [registry] }).observe(count);
  new Gauge({ name: 'lag', help: 'Lag', registers: [registry] }).set(NaN);
  return registry;
};

/** As over the wire: NaN arrives as null. */
const lineTo = (registry: Registry): Line => ({
  ask: async () => JSON.parse(JSON.stringify(await registry.getMetricsAsJSON())),
  tell: () => undefined,
});
const silent: Line = { ask: () => Promise.reject(new Error('no answer')), tell: () => undefined };

test('one scrape sees all processes, each by its name, and says which of them does not answer', async () => {
  const installation = new Registry();
  new Gauge({ name: 'workers', help: 'Workers', registers: [installation] }).set(1);
  const text = await wholeScrape({
    installation,
    own: processWith(1),
    members: () => [
      { name: 'web-1', line: lineTo(processWith(3)) },
      { name: 'web-2', line: lineTo(processWith(4)) },
      { name: 'worker-1', line: silent },
    ],
  });
  const values = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  for (const line of [
    'workers 1',
    'answers_total{status="200",process="supervisor"} 1',
    'answers_total{status="200",process="web-1"} 3',
    'answers_total{status="200",process="web-2"} 4',
    'seconds_bucket{le="1",process="web-2"} 0',
    'seconds_sum{process="web-2"} 4',
    'lag{process="web-1"} Nan',
    'laksa_process_up{process="web-2"} 1',
    'laksa_process_up{process="worker-1"} 0',
  ])
    expect(values).toContain(line);
  expect(text.match(/# TYPE answers_total counter/g)).toHaveLength(1);
});
