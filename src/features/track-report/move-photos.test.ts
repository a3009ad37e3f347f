import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Filed } from '../../store/file-report.ts';
import { fileSample, moved } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { multipartTo, type SentPart } from '../take-photos/testing/multipart.ts';
import { plainPicture } from '../take-photos/testing/pictures.ts';

let site: TestSite;
let city: Tenant;
beforeAll(async () => {
  site = await startTestSite();
  [city] = site.cities;
});
afterAll(() => site.close());

const picture = async (colour: string): Promise<SentPart> => ({
  name: 'photos',
  value: await plainPicture(colour),
  file: `${colour}.png`,
});

const enter = async ({ number, claimCode }: Filed) => {
  const answer = await site.app.inject({
    method: 'POST',
    url: '/lacak',
    headers: { host: 'satu.example', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ nomor: number, kode: claimCode ?? '' }).toString(),
  });
  const cookie = `lacak=${answer.cookies[0]?.value ?? ''}`;
  const send = (fields: Readonly<Record<string, string>>, photos: readonly SentPart[], own = cookie) => {
    const parts = Object.entries(fields).map(([name, value]) => ({ name, value }));
    return site.app.inject(multipartTo(city, `/lacak/${number}`, [...parts, ...photos], own));
  };
  const page = async () =>
    (await site.app.inject({ url: `/lacak/${number}`, headers: { host: 'satu.example', cookie } })).body;
  return { number, send, page };
};

const photosOf = (number: string) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('photo as p')
      .innerJoin('report as r', (join) =>
        join.onRef('r.tenant_id', '=', 'p.tenant_id').onRef('r.id', '=', 'p.report_id'),
      )
      .select(['p.purpose', 'p.is_public'])
      .where('p.tenant_id', '=', city.id)
      .where('r.number', '=', number)
      .execute(),
  );

const waiting = async (): Promise<number> => {
  const rows = await site.laksa.database.inTenant(city.id, (tx) =>
    tx.selectFrom('photo').select('id').where('tenant_id', '=', city.id).where('report_id', 'is', null).execute(),
  );
  return rows.length;
};

describe('pictures that a reporter sends with words of theirs', () => {
  it('join the report, also while officers work on it, are in the history, and are public to nobody', async () => {
    const own = await enter(await fileSample(site.laksa, city));
    await moved(site.laksa, city, {
      number: own.number,
      by: 'verifikator',
      command: { move: 'note', message: 'Dilihat.' },
    });
    const sent = await own.send({ move: 'message', message: 'Ini fotonya.' }, [
      await picture('red'),
      await picture('blue'),
    ]);
    expect(sent.headers.location).toBe(`/lacak/${own.number}?selesai=message`);
    expect(await photosOf(own.number)).toEqual([
      { purpose: 'report', is_public: false },
      { purpose: 'report', is_public: false },
    ]);
    expect(await own.page()).toContain('Foto ditambahkan pelapor');
  });

  it('sent again with the same words are the same', async () => {
    const own = await enter(await fileSample(site.laksa, city));
    for (let count = 0; count < 2; count += 1)
      await own.send({ move: 'message', message: 'Sekali saja.', version: '1' }, [await picture('green')]);
    expect(await photosOf(own.number)).toHaveLength(1);
  });

  it('answer the question of an officer', async () => {
    const own = await enter(await fileSample(site.laksa, city));
    const command = { move: 'ask_reporter', reason: 'place_unclear', message: 'Ada fotonya?' } as const;
    await moved(site.laksa, city, { number: own.number, by: 'verifikator', command });
    await own.send({ move: 'provide_info', message: 'Ada.' }, [await picture('yellow')]);
    expect(await photosOf(own.number)).toHaveLength(1);
  });

  it('that are none are named, and the words arrive all the same', async () => {
    const own = await enter(await fileSample(site.laksa, city));
    const text = { name: 'photos', value: 'bukan foto', file: 'catatan.jpg' };
    const sent = await own.send({ move: 'message', message: 'Dengan berkas yang salah.' }, [
      text,
      await picture('red'),
    ]);
    expect(sent.statusCode).toBe(200);
    expect(sent.body).toContain('Pesan Anda sudah terkirim.');
    expect(sent.body).toMatch(/catatan\.jpg<\/bdi>: Ini bukan foto/);
    expect(await photosOf(own.number)).toHaveLength(1);
  });

  it('are not kept where the move is refused, nobody was let in, or it is the report of somebody else', async () => {
    const [own, other] = [
      await enter(await fileSample(site.laksa, city)),
      await enter(await fileSample(site.laksa, city)),
    ];
    const before = await waiting();
    const photo = await picture('red');
    expect((await own.send({ move: 'confirm', message: 'x' }, [photo])).statusCode).toBe(409);
    expect((await own.send({ move: 'message', message: '' }, [photo])).statusCode).toBe(422);
    expect((await own.send({ move: 'message', message: 'Tanpa masuk.' }, [photo], '')).statusCode).toBe(403);
    expect((await own.send({ move: 'unknown' }, [photo])).statusCode).toBe(303);
    expect(await photosOf(own.number)).toEqual([]);
    expect(await photosOf(other.number)).toEqual([]);
    expect(await waiting()).toBe(before);
  });

  it('and come to nothing are spoken of where the form comes back, and only then', async () => {
    const own = await enter(await fileSample(site.laksa, city));
    const photo = await picture('red');
    const lost = 'Foto yang Anda pilih tidak ikut tersimpan: pilih lagi sebelum mengirim.';
    const late = await own.send({ move: 'message', message: 'Terlambat.' }, [photo], '');
    expect([late.statusCode, late.body.includes(lost)]).toEqual([403, true]);
    const refused = await own.send({ move: 'message', message: '' }, [photo]);
    expect([refused.statusCode, refused.body.includes(lost)]).toEqual([422, true]);
    const empty: SentPart = { name: 'photos', value: '', file: '' };
    const none = await own.send({ move: 'message', message: 'Tanpa foto.' }, [empty], '');
    expect([none.statusCode, none.body.includes(lost)]).toEqual([403, false]);
  });
});
