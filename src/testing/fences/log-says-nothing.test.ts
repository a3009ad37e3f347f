import { afterAll, beforeAll, expect, it } from 'vitest';

import { openBrowser, newOfficer, password } from '../../features/sign-in/testing/officer.ts';
import { startFenceSite, type FenceSite } from './fence-site.ts';

const secrets = {
  words: 'kucingku terjebak di menara air',
  name: 'Ratna Wulandari',
  phone: '081298765432',
  email: 'ratna.wulandari@surat.example',
  place: 'belakang pasar anyar nomor tujuh',
};

let site: FenceSite;
beforeAll(async () => {
  site = await startFenceSite();
}, 60_000);
afterAll(() => site.close());

it('a report filed, looked for and tracked, and a sign-in, leave lines in the log by which nobody is known', async () => {
  const [city] = site.cities;
  const citizen = openBrowser(site, city);
  const filed = await citizen.post('/lapor', {
    kind: 'complaint',
    description: `${secrets.words}, sejak kemarin sore dan belum ada yang datang`,
    name: secrets.name,
    phone: secrets.phone,
    email: secrets.email,
    place: secrets.place,
    step: 'send',
  });
  expect(filed.statusCode).toBe(303);
  const { body } = await citizen.get(String(filed.headers.location));
  const number = /data-number="(\d+)"/.exec(body)?.[1] ?? '';
  const code = /data-claim-code="(\d+)"/.exec(body)?.[1] ?? '';
  expect([number.length, code.length]).toEqual([10, 8]);
  await citizen.post('/lacak', { nomor: number, kode: code });
  await citizen.get(`/lacak/${number}`);
  await citizen.get(`/laporan?q=${encodeURIComponent(secrets.words)}`);
  await citizen.post('/lacak/kode-baru', { nomor: number, kontak: secrets.email });
  const officer = await newOfficer(site, city, ['verifikator'], 'pejabat.uji@kota.example');
  await officer.post('/petugas/masuk', { login: officer.login, password });
  await officer.post('/petugas/masuk', { login: officer.login, password: 'kata sandi yang keliru' });

  const log = site.logged.join('');
  expect(site.logged.length).toBeGreaterThan(7);
  const known = [...Object.values(secrets), number, code, officer.login, password, 'keliru', '127.0.0.1'];
  expect(known.filter((word) => log.includes(word) || log.includes(encodeURIComponent(word)))).toEqual([]);
  for (const line of site.logged)
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), time: expect.any(Number) });
});

it('the jobs that filing added name the request of its answer', async () => {
  const citizen = openBrowser(site, site.cities[0]);
  const description = 'Lampu jalan di depan sekolah padam sejak tiga malam yang lalu';
  const filed = await citizen.post('/lapor', {
    kind: 'complaint',
    description,
    email: 'lain@surat.example',
    step: 'send',
  });
  const requestId = filed.headers['x-request-id'];
  const { rows } = await site.admin.query(
    `select payload ->> 'requestId' as request from graphile_worker._private_jobs order by id desc limit 1`,
  );
  expect(rows).toEqual([{ request: requestId }]);
  expect(site.logged.some((line) => line.includes(`"requestId":"${String(requestId)}"`))).toBe(true);
});
