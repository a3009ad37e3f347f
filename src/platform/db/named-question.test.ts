import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';

import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { openDatabase, type Database } from './database.ts';
import { askByName } from './named-question.ts';
import { roleUrl } from './role-url.ts';

type Nothing = Record<string, never>;

let site: TestInstallation;
let pooler: Server;
let direct: Database<Nothing>;
let pooled: Database<Nothing>;

beforeAll(async () => {
  site = await startTestInstallation();
  const url = new URL(roleUrl(site.url, 'laksa_app'));
  direct = openOn(url.toString());
  pooler = await pretendPooler(Number(url.port));
  const address = pooler.address();
  url.port = String(typeof address === 'object' ? address?.port : undefined);
  pooled = openOn(url.toString());
});
afterAll(async () => {
  await direct.close();
  await pooled.close();
  pooler.close();
  await site.close();
});

/** One connection only: what is kept on it, the next transaction finds. */
const openOn = (url: string): Database<Nothing> =>
  openDatabase({ url, maxConnections: 1, applicationName: 'laksa one', onError: () => undefined });

/** Who follows the fence alone sees every city but for it; so the tenant is not named here. */
const slugHere = async (tx: Kysely<Nothing>, slug: string): Promise<readonly { readonly tenant_id: string }[]> =>
  askByName(tx, 'post_by_slug', sql<{ tenant_id: string }>`select tenant_id from laksa.post where slug = ${slug}`);

const plansOf = async (tx: Kysely<Nothing>) =>
  (await sql`select name, generic_plans > 0 as is_kept from pg_prepared_statements`.execute(tx)).rows;

it('a question with a name is planned once for a connection, and still answers to what is asked', async () => {
  const [{ id }] = site.cities;
  for (let time = 0; time < 7; time += 1)
    expect(await direct.inTenant(id, (tx) => slugHere(tx, 'validator'))).toEqual([{ tenant_id: id }]);
  expect(await direct.inTenant(id, (tx) => slugHere(tx, 'nobody'))).toEqual([]);
  expect(await direct.inTenant(id, plansOf)).toEqual([{ name: 'post_by_slug', is_kept: true }]);
});

it('a plan that was kept in one city shows nothing of it in another', async () => {
  for (const { id } of [...site.cities, ...site.cities])
    expect(await direct.inTenant(id, (tx) => slugHere(tx, 'validator'))).toEqual([{ tenant_id: id }]);
  expect(await direct.outsideTenants((tx) => slugHere(tx, 'validator'))).toEqual([]);
});

it('two texts under one name are refused', async () => {
  const [{ id }] = site.cities;
  const another = (tx: Kysely<Nothing>) => askByName(tx, 'post_by_slug', sql`select 1`);
  await expect(direct.inTenant(id, another)).rejects.toThrow(/must be unique/);
});

it('through a pooler, where the next transaction may meet another process, the name is left out', async () => {
  const [{ id }] = site.cities;
  expect(await pooled.inTenant(id, (tx) => slugHere(tx, 'validator'))).toEqual([{ tenant_id: id }]);
  expect(await pooled.inTenant(id, plansOf)).toEqual([]);
});

/** Passes everything on, but says a process number of its own at the start, as poolers do: the message `K`, twelve bytes long. */
const pretendPooler = async (port: number): Promise<Server> => {
  const server = createServer((client) => {
    const postgres = connect(port, '127.0.0.1');
    let isStarted = false;
    client.pipe(postgres);
    postgres.on('data', (chunk) => {
      const at = isStarted ? -1 : chunk.indexOf(Buffer.from([0x4b, 0, 0, 0, 12]));
      if (at >= 0) {
        isStarted = true;
        chunk.writeUInt32BE(chunk.readUInt32BE(at + 5) + 1, at + 5);
      }
      client.write(chunk);
    });
    postgres.on('end', () => client.end());
    for (const socket of [client, postgres]) socket.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};
