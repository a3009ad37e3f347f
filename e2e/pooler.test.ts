import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { slipOn } from '../src/commands/replay/citizen.ts';
import {
  hasDebian15,
  temporaryPostgres,
  type TemporaryPostgres,
} from '../src/platform/postgres/testing/temporary-postgres.ts';
import { lettersAbout } from './letters.ts';
import { startPooler, type Pooler } from './pooler.ts';
import { isHere } from './proxy.ts';
import { startService, type Service } from './service.ts';
import { handleThroughPages, lastEvent, typedReport } from './story.ts';
import { formFor, visit } from './visitor.ts';

const isMissing = !hasDebian15 || !isHere('pgbouncer');
const there: { server?: TemporaryPostgres; pooler?: Pooler; service?: Service } = {};

beforeAll(async () => {
  if (isMissing) return;
  there.server = await temporaryPostgres('debian 15');
  const owner = new URL(there.server.url);
  await makeDatabase(owner.href);
  owner.pathname = '/laksa';
  there.pooler = await startPooler(owner.href);
  const app = (port: number | string) => `postgres://laksa_app:secret@127.0.0.1:${port}/laksa`;
  there.service = await startService({
    env: {
      DATABASE_URL: app(there.pooler.port),
      DATABASE_DIRECT_URL: app(owner.port),
      DATABASE_OWNER_URL: owner.href,
      LAKSA_WEB_PROCESSES: '2',
    },
  });
}, 180_000);
afterAll(async () => {
  await there.service?.remove();
  await there.pooler?.close();
  await there.server?.remove();
}, 60_000);

const makeDatabase = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create database laksa');
  await client.end();
};

it('with PgBouncer in transaction mode before PostgreSQL 15 a report is filed, handled, answered and told of, by two web processes', async ({
  skip,
}) => {
  const { service } = there;
  if (service === undefined) return skip('needs postgresql-15 and pgbouncer');
  const citizen = visit(service.origin);
  const filed = await citizen.send(
    formFor(await citizen.get('/lapor'), '/lapor'),
    { ...typedReport, step: 'send' },
    'multipart',
  );
  const { number, claimCode } = slipOn(filed);
  await citizen.send(formFor(await citizen.get('/lacak'), '/lacak'), { nomor: number, kode: claimCode });
  await handleThroughPages(service.origin, await service.logins(), number);
  const answered = await citizen.get(`/lacak/${number}`);
  expect(answered.body).toContain('Lampunya sudah diganti.');
  await citizen.send(formFor(answered, 'confirm'), { rating: '5', message: 'Terima kasih.' });
  expect((await lettersAbout(service, number, lastEvent)).length).toBeGreaterThan(0);
  const found = await service.laksa('doctor').catch((error: { stdout: string }) => error.stdout);
  expect(found).toMatch(/ok +worker +1 alive/);
  // The server of the tests writes without fsync, which is all that is wrong with it.
  expect(found.match(/^error +\w+/gm)).toEqual(['error   settings']);
  expect(await service.laksa('ledger', 'verify')).not.toContain('finding ');
  citizen.close();
}, 120_000);
