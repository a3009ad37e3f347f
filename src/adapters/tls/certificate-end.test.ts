import { once } from 'node:events';
import { createServer as createPlainServer, type Server } from 'node:net';
import { createServer } from 'node:tls';
import { afterEach, expect, test } from 'vitest';

import { testCertificate, testKey } from '../../commands/doctor/testing/test-certificate.ts';
import { certificateEnd } from './certificate-end.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const addressOf = async (server: Server): Promise<string> => {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `https://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`;
};

test('says until when the certificate of an address is good, also of one that nobody trusts', async () => {
  const origin = await addressOf(createServer({ key: testKey, cert: testCertificate }));
  const end = await certificateEnd(origin);
  expect('until' in end && end.until.toISOString()).toMatch(/^2036-11-19T/);
});

test('says why it says nothing of an address where nobody answers, or not in TLS', async () => {
  const origin = await addressOf(createPlainServer((socket) => socket.end('no')));
  expect(await certificateEnd(origin)).toEqual({ why: expect.stringContaining('disconnected') });
  expect(await certificateEnd('https://localhost:1')).toEqual({ why: expect.stringContaining('ECONNREFUSED') });
});
