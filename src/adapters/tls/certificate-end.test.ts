import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createPlainServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { afterEach, expect, test } from 'vitest';

import { certificateEnd } from './certificate-end.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const listening = async (server: Server): Promise<number> => {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return port;
};

/** Made here and now: a key that lies in the sources looks like one that was lost. */
const selfSigned = (days: number): { readonly key: Buffer; readonly cert: Buffer } => {
  const folder = mkdtempSync(join(tmpdir(), 'laksa-certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const words = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost -days ${days}`;
  execFileSync('openssl', [...words.split(' '), '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const made = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return made;
};

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

// needs openssl, which this machine may not have
test.skipIf(!hasOpenssl)(
  'says until when the certificate of an address is good, also of one that nobody trusts',
  async () => {
    const port = await listening(createServer(selfSigned(9)));
    const end = await certificateEnd(`https://localhost:${port}`);
    const days = ((end?.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(9);
  },
);

test('says nothing of an address where nobody answers, or not in TLS', async () => {
  const port = await listening(createPlainServer((socket) => socket.end('no')));
  expect(await certificateEnd(`https://localhost:${port}`)).toBeNull();
  expect(await certificateEnd('https://localhost:1')).toBeNull();
});
