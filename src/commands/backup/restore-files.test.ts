import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { folderTarget } from '../../adapters/backup/folder-target.ts';
import { verifyFiles, type FileFinding } from '../../features/verify-files/verify-files.ts';
import { openerFor, sealerFor } from '../../platform/backup/sealing.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { fillCity } from '../../testing/fill-city.ts';
import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { restoreFiles } from './restore-files.ts';
import { sendMissing } from './send-files.ts';

let site: TestInstallation;
let home: string;
let photos: ReadonlyMap<Tenant, string>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'laksa files '));
  site = await startTestInstallation({ keysDir: home });
  photos = new Map(await Promise.all(site.cities.map(async (city) => [city, await photoIn(city)] as const)));
});
afterAll(async () => {
  await site.close();
  await rm(home, { recursive: true, force: true });
});
beforeEach(async () => rm(away(), { recursive: true, force: true }));

const away = (): string => join(home, 'away');
const filesDir = (): string => join(home, 'files');

const photoIn = async (city: Tenant): Promise<string> => {
  await fillCity(site.laksa, city);
  const { id } = await site.laksa.database.inTenant(city.id, (tx) =>
    tx.selectFrom('photo').select('id').where('tenant_id', '=', city.id).executeTakeFirstOrThrow(),
  );
  return id;
};

const originalOf = (city: Tenant): string => {
  const id = photos.get(city) ?? '';
  return join(filesDir(), city.id, id.slice(-2), id, 'original');
};

const kinds = async (city: Tenant): Promise<readonly FileFinding['kind'][]> =>
  (await verifyFiles(site.laksa, city)).findings.map(({ kind }) => kind);

const target = () => folderTarget(away());
const send = () => sendMissing({ target: target(), sealer: sealerFor(null) }, filesDir(), () => undefined);
const restore = (until?: Date) =>
  restoreFiles({
    laksa: site.laksa,
    target: target(),
    opener: openerFor([]),
    filesDir: filesDir(),
    until,
    onFile: () => undefined,
  });

describe('the files of two cities', () => {
  it('are whole; one that was changed or is gone is found, in its city alone, and comes back from the backup', async () => {
    const [city, other] = site.cities;
    expect([await kinds(city), await kinds(other)]).toEqual([[], []]);
    await send();
    await writeFile(originalOf(city), 'something else entirely, and not sealed');
    expect([await kinds(city), await kinds(other)]).toEqual([['altered'], []]);
    await rm(filesDir(), { recursive: true });
    expect([await kinds(city), await kinds(other)]).toEqual([['missing'], ['missing']]);
    expect(await restore()).toEqual({ restored: 2, problems: [] });
    expect([await kinds(city), await kinds(other)]).toEqual([[], []]);
    expect(await send()).toBe(0);
  });

  it('come back as they were at the moment, and those that no row names stay away', async () => {
    const [city] = site.cities;
    const before = new Date(Date.now() - 3_600_000);
    await utimes(originalOf(city), before, before);
    await send();
    await writeFile(originalOf(city), 'written later');
    const unknown = { tenantId: city.id, id: '019a0000-0000-7000-8000-0000000000ab', name: 'original' } as const;
    await site.laksa.files.write(unknown, Readable.from(['nobody knows of it']));
    await send();
    await rm(filesDir(), { recursive: true });
    expect(await restore(new Date(before.getTime() + 60_000))).toEqual({ restored: 2, problems: [] });
    expect(await kinds(city)).toEqual([]);
    expect(await site.laksa.files.read(unknown)).toBeNull();
    await restore();
    expect(await kinds(city)).toEqual([]);
    await rm(filesDir(), { recursive: true });
    await restore();
    expect(await kinds(city)).toEqual(['altered']);
  });

  it('that are there are left alone by a restore: they may be newer than the backup', async () => {
    const [city] = site.cities;
    await rm(filesDir(), { recursive: true, force: true });
    const ids = [...photos];
    for (const [tenant, id] of ids)
      await site.laksa.files.write({ tenantId: tenant.id, id, name: 'original' }, Readable.from(['as it was']));
    await send();
    await writeFile(originalOf(city), 'sealed anew since');
    expect(await restore()).toEqual({ restored: 0, problems: [] });
    expect(await readFile(originalOf(city), 'utf8')).toBe('sealed anew since');
  });

  it('that were damaged in the backup are named', async () => {
    const [city] = site.cities;
    await send();
    for await (const { name } of target().list(`files/${city.id}/`)) await target().put(name, Buffer.from('x'));
    await rm(filesDir(), { recursive: true, force: true });
    const { problems } = await restore();
    expect(problems).toEqual([expect.stringContaining('is damaged: it is not what was put there')]);
  });
});
