import { expect, test } from 'vitest';

import { createMetrics } from './metrics.ts';
import { sendFailure } from './problem.ts';
import { hill, testServer } from './testing/test-server.ts';

test('what was shed or put off is counted by why, what was answered is not', async () => {
  const metrics = createMetrics();
  const { server } = await testServer({ metrics });
  const anyone = { config: { access: 'anyone' } } as const;
  server.get('/outage', anyone, async () => {
    throw Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });
  });
  server.get('/often', anyone, async (_request, reply) => sendFailure(reply, { status: 429, kind: 'too_often' }));
  server.get('/page', anyone, async (_request, reply) => reply.code(429).send('later'));
  server.get('/fine', anyone, async () => 'fine');
  for (const url of ['/outage', '/often', '/often', '/page', '/fine', '/none'])
    await server.inject({ url, headers: { host: new URL(hill.origin).host } });
  const lines = (await metrics.registry.metrics()).split('\n').filter((line) => line.startsWith('http_refusals_total'));
  expect(lines.toSorted()).toEqual([
    'http_refusals_total{status="429",kind="page"} 1',
    'http_refusals_total{status="429",kind="too_often"} 2',
    'http_refusals_total{status="503",kind="outage"} 1',
  ]);
  await server.close();
});
