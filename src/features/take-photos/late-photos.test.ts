import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Tenant } from '../../platform/tenant/tenant.ts';
import { formStage } from '../../store/photo-stage.ts';
import { dropPhoto, stagedPhotos } from '../../store/staged-photos.ts';
import { fileSample, moved } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { signedIn } from '../sign-in/testing/officer.ts';
import { forgetPhotos } from './jobs.ts';
import { multipartTo, type SentPart } from './testing/multipart.ts';
import { plainPicture } from './testing/pictures.ts';

let site: TestSite;
let city: Tenant;
beforeAll(async () => {
  site = await startTestSite();
  [city] = site.cities;
});
afterAll(() => site.close());

/** As the script sends a picture. */
const upload = async (nonce: string, colour: string, told: readonly SentPart[] = []) =>
  site.app.inject(
    multipartTo(city, '/lapor/foto', [
      { name: 'nonce', value: nonce },
      ...told,
      { name: 'photo', value: await plainPicture(colour), file: `${colour}.png` },
    ]),
  );

const file = (nonce: string) => fileSample(site.laksa, city, { nonce });
const stageOf = (nonce: string) => formStage(site.laksa.keyring, city.id, nonce);

const rowOf = (id: string) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx.selectFrom('photo').selectAll().where('tenant_id', '=', city.id).where('id', '=', id).executeTakeFirst(),
  );

const hasFile = async (id: string): Promise<boolean> => {
  const stored = await site.laksa.files.read({ tenantId: city.id, id, name: 'original' });
  stored?.content.destroy();
  return stored !== null;
};

describe('a picture that its sender drops while the form is sent', () => {
  it('is in the report with its files, or is nowhere', async () => {
    for (let round = 0; round < 40; round += 1) {
      const nonce = crypto.randomUUID();
      const { id } = (await upload(nonce, 'red')).json();
      await Promise.all([dropPhoto(site.laksa, stageOf(nonce), id), file(nonce)]);
      const row = await rowOf(id);
      expect([row === undefined ? 'nowhere' : row.report_id !== null, await hasFile(id)]).toEqual(
        row === undefined ? ['nowhere', false] : [true, true],
      );
    }
  }, 60_000);

  it('is whole in the report or not in it, when it is filed while the sweep removes it', async () => {
    const nonce = crypto.randomUUID();
    const { id } = (await upload(nonce, 'red')).json();
    site.clock.advance(25 * 3_600_000);
    const { remove } = site.laksa.files;
    const late: typeof remove = async (which) => {
      if (which.id === id) await file(nonce);
      return remove(which);
    };
    Object.assign(site.laksa.files, { remove: late });
    await forgetPhotos(site.laksa, city);
    Object.assign(site.laksa.files, { remove });
    expect([await rowOf(id), await hasFile(id)]).toEqual([undefined, false]);
  });

  it('that could not be removed to its end is removed by the sweep, and cannot be filed until then', async () => {
    const nonce = crypto.randomUUID();
    const { id } = (await upload(nonce, 'green')).json();
    const { remove } = site.laksa.files;
    const broken = async () => Promise.reject(new Error('the disk is gone'));
    Object.assign(site.laksa.files, { remove: broken });
    await expect(dropPhoto(site.laksa, stageOf(nonce), id)).rejects.toThrow('the disk is gone');
    Object.assign(site.laksa.files, { remove });
    await file(nonce);
    expect((await rowOf(id))?.report_id).toBeNull();
    site.clock.advance(25 * 3_600_000);
    await forgetPhotos(site.laksa, city);
    expect([await rowOf(id), await hasFile(id)]).toEqual([undefined, false]);
  });
});

it('a picture that waits is forgotten after three days, however often it is looked at', async () => {
  const nonce = crypto.randomUUID();
  const { id } = (await upload(nonce, 'red')).json();
  const look = async (): Promise<number> => {
    site.clock.advance(12 * 3_600_000);
    await forgetPhotos(site.laksa, city);
    return (await stagedPhotos(site.laksa, stageOf(nonce))).length;
  };
  for (let looks = 0; looks < 5; looks += 1) expect(await look()).toBe(1);
  await look();
  expect([await look(), await hasFile(id)]).toEqual([0, false]);
});

describe('a picture whose form was sent already', () => {
  it('joins the report while nobody has worked with it, and its sender is told', async () => {
    const nonce = crypto.randomUUID();
    const { reportId } = await file(nonce);
    const answer = await upload(nonce, 'blue');
    const { id, state } = answer.json();
    expect([answer.statusCode, state]).toEqual([201, 'filed']);
    expect((await rowOf(id))?.report_id).toBe(reportId);
    const again = await upload(nonce, 'blue');
    expect([again.statusCode, again.json()]).toEqual([201, { id, state: 'filed' }]);
  });

  it('is refused and not kept once an officer has', async () => {
    const nonce = crypto.randomUUID();
    const { number } = await file(nonce);
    await moved(site.laksa, city, { number, by: 'verifikator', command: { move: 'note', message: 'Sudah dibaca.' } });
    const answer = await upload(nonce, 'blue');
    expect([answer.statusCode, answer.json().problem]).toEqual([422, 'filed_already']);
    expect(answer.json().words).toContain('Laporan ini sudah diterima');
    expect(await stagedPhotos(site.laksa, stageOf(nonce))).toEqual([]);
  });

  it('is never taken and lost, whichever of the two comes first', async () => {
    for (let round = 0; round < 20; round += 1) {
      const nonce = crypto.randomUUID();
      const [answer, { reportId }] = await Promise.all([upload(nonce, 'red'), file(nonce)]);
      expect(answer.statusCode).toBe(201);
      expect((await rowOf(answer.json().id))?.report_id).toBe(reportId);
    }
  }, 60_000);

  it('sent once more with another place changes nothing of what was sealed', async () => {
    const nonce = crypto.randomUUID();
    const { id } = (await upload(nonce, 'red')).json();
    await file(nonce);
    const before = await rowOf(id);
    const told = [
      { name: 'lat', value: '-6.2' },
      { name: 'lng', value: '106.6' },
    ];
    expect((await upload(nonce, 'red', told)).statusCode).toBe(201);
    expect((await rowOf(id))?.details).toEqual(before?.details);
  });
});

it('an original that is gone is not written down as read', async () => {
  const nonce = crypto.randomUUID();
  const { id } = (await upload(nonce, 'red')).json();
  const { reportId } = await file(nonce);
  await site.laksa.files.remove({ tenantId: city.id, id });
  const officer = await signedIn(site, city, 'verifikator');
  expect((await officer.post(`/petugas/foto/${id}/asli`, { ground: 'handling' })).statusCode).toBe(404);
  const readings = await site.laksa.database.inTenant(city.id, (tx) =>
    tx.selectFrom('vault_read').select('id').where('report_id', '=', reportId).execute(),
  );
  expect(readings).toEqual([]);
});
