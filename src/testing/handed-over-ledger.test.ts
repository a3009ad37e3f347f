import { expect, it } from 'vitest';

import { verifyLedger } from '../features/verify-ledger/verify-ledger.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import { openOffice } from '../store/change-office.ts';
import { publishPending } from '../store/feed.ts';
import { handOverReports } from '../store/hand-over-reports.ts';
import { startHandover } from '../store/post-handover.ts';
import { fileSample, readCity } from './report-life.ts';
import { startTestInstallation } from './test-installation.ts';

it('a report that was handed over is in the ledger like any other', async () => {
  const { laksa, cities, close } = await startTestInstallation();
  const [city] = cities;
  await fileSample(laksa, city);
  const at = city.clock.now();
  const [toId, id] = [uuid7(at), uuid7(at)];
  const fields = { name: 'Verifikator pengganti', agencyId: null, roles: ['verifier'], closedAt: null } as const;
  await laksa.database.inTenant(city.id, (tx) =>
    openOffice(tx, city.id, {
      office: { kind: 'post', id: toId, fields },
      beside: { slug: 'verifikator-pengganti' },
      by: null,
      at,
    }),
  );
  laksa.cities.forget(city.id);
  const read = await readCity(laksa, city);
  const fromId = read.posts.find(({ slug }) => slug === 'verifikator')?.id ?? '';
  const started = await laksa.database.inTenant(city.id, (tx) =>
    startHandover(tx, city.id, { id, fromId, toId, by: null, at }),
  );
  expect(started.ok).toBe(true);
  await handOverReports({ laksa, tenant: city, handoverId: id }, new AbortController().signal);
  const report = await laksa.database.inTenant(city.id, async (tx) => {
    await publishPending(tx, city.id, at);
    return tx
      .selectFrom('report')
      .select(['holder_post_id', 'version'])
      .where('tenant_id', '=', city.id)
      .executeTakeFirstOrThrow();
  });
  expect(report).toEqual({ holder_post_id: toId, version: 2 });
  expect((await verifyLedger(laksa, city)).findings).toEqual([]);
  await close();
});
