import { afterEach, expect, test } from 'vitest';

import { currentCause } from '../log/cause.ts';
import type { Server } from './server.ts';
import { hill, testServer } from './testing/test-server.ts';

const brought = '0193a1b2c3d47e5f8a9b0c1d2e3f4a5b';
const asUuid = '0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let server: Server | null = null;
afterEach(() => server?.close());

const ask = async (id: string, remoteAddress: string, trustProxy: readonly string[] = ['10.0.0.0/8', '::1']) => {
  const { server: made, logged } = await testServer({ trustProxy });
  server = made;
  let inHandler: string | undefined;
  made.post('/', { config: { access: 'anyone' } }, async () => {
    await new Promise((resolve) => setImmediate(resolve));
    inHandler = currentCause();
    return 'done';
  });
  const headers = { host: new URL(hill.origin).host, 'x-request-id': id, 'content-type': 'application/json' };
  const answer = await made.inject({ method: 'POST', url: '/', headers, remoteAddress, payload: '{}' });
  const line = logged.find(({ msg }) => msg === 'answered');
  return { header: answer.headers['x-request-id'], inHandler, line: line?.['requestId'] };
};

test.each([
  [brought, '10.1.2.3'],
  [asUuid, '10.1.2.3'],
  [asUuid.toUpperCase(), '::ffff:10.1.2.3'],
  [brought, '::1'],
])('the id that a trusted proxy gave is the id in answer, log and all that is caused: %s from %s', async (id, from) => {
  expect(await ask(id, from)).toEqual({ header: asUuid, inHandler: asUuid, line: asUuid });
});

test.each([
  ['from a stranger', brought, '203.0.113.9'],
  ['with words in it', 'Budi Santoso 0812', '10.1.2.3'],
  ['a line longer', `${brought}\u00a0x`, '10.1.2.3'],
  ['of another shape', '12345678', '10.1.2.3'],
])('an id %s is not taken: the request gets one of our own', async (_why, id, from) => {
  const { header, inHandler, line } = await ask(id, from);
  expect(header).toMatch(uuid);
  expect(header).not.toBe(asUuid);
  expect([inHandler, line]).toEqual([header, header]);
});

test('without a trusted proxy nobody gives ids', async () => {
  expect((await ask(brought, '127.0.0.1', [])).header).not.toBe(asUuid);
});
