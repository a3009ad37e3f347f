import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Role } from '../../domain/role.ts';
import { fillWithWords, type Holdings } from './city-with-words.ts';
import { startFenceSite, type FenceSite } from './fence-site.ts';
import { routesOf } from './site-routes.ts';
import { askFirst, everyRole, letVisitorsIn, type Visitor, type Visitors } from './visitors.ts';

const everyone: readonly Visitor[] = [
  'anonymous',
  ...everyRole,
  'key report:create',
  'key report:handle',
  'key report:read',
];
const nobody: readonly Visitor[] = [];
const officers: readonly Role[] = everyRole;
/** Reads the reports of the city, besides those its own post works on. */
const readers = [
  'intake_operator',
  'verifier',
  'coordinator',
  'validator',
  'inspectorate',
  'control_room',
  'leadership',
  'ombudsman',
] as const satisfies readonly Role[];

type Line = { readonly who: readonly Visitor[]; readonly ask: (own: Holdings) => InjectOptions };

const get = (who: readonly Visitor[], url: (own: Holdings) => string): Line => ({
  who,
  ask: (own) => ({ url: url(own) }),
});
const post = (
  who: readonly Visitor[],
  url: (own: Holdings) => string,
  fields: (own: Holdings) => Readonly<Record<string, string>> = () => ({}),
): Line => ({
  who,
  ask: (own) => ({
    method: 'POST',
    url: url(own),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields(own)).toString(),
  }),
});
const json = (who: readonly Visitor[], url: (own: Holdings) => string, payload: object): Line => ({
  who,
  ask: (own) => ({ method: 'POST', url: url(own), headers: { 'content-type': 'application/json' }, payload }),
});

/** In the shape of what a device makes, and proving nothing. */
const someKey = {
  name: 'Uji pintu',
  response: {
    id: 'uji',
    rawId: 'uji',
    type: 'public-key',
    clientExtensionResults: {},
    response: { attestationObject: 'uji', clientDataJSON: 'uji' },
  },
};

/** Who may come in at each door, written by hand: roles and the pages and interfaces of the outside contract. The report asked for is public and in work. */
const doors: Readonly<Record<string, Line>> = {
  'GET /': get(everyone, () => '/'),
  'GET /healthz': get(everyone, () => '/healthz'),
  'GET /readyz': get(everyone, () => '/readyz'),
  'GET /metrics': get(nobody, () => '/metrics'), // this machine, or whoever has the token
  'GET /bantuan/dasar-hukum': get(everyone, () => '/bantuan/dasar-hukum'),
  'GET /masuk': get(everyone, () => '/masuk'),
  'GET /lapor': get(everyone, () => '/lapor'),
  'POST /lapor': post(
    everyone,
    () => '/lapor',
    () => ({ description: 'Uji pintu.', step: 'preview' }),
  ),
  'GET /lapor/tempat': get(everyone, () => '/lapor/tempat?lat=-6.17&lng=106.63'),
  'GET /lapor/wilayah.json': get(everyone, () => '/lapor/wilayah.json'),
  'GET /lapor/lama': get(everyone, () => '/lapor/lama?category=jalan-rusak'),
  'GET /lapor/didukung': get(everyone, ({ number }) => `/lapor/didukung?nomor=${number}`),
  'GET /laporan-saya': get(everyone, () => '/laporan-saya'),
  'POST /lapor/foto': post(
    everyone,
    () => '/lapor/foto',
    () => ({ nonce: crypto.randomUUID() }),
  ),
  // Whoever has the nonce of the form.
  'GET /lapor/foto/:id': get(everyone, (own) => `/lapor/foto/${own.waitingPhotoId}?nonce=${own.waitingNonce}`),
  'GET /lapor/foto/:id/kecil': get(
    everyone,
    (own) => `/lapor/foto/${own.waitingPhotoId}/kecil?nonce=${own.waitingNonce}`,
  ),
  'GET /lapor/terkirim': get(everyone, ({ pass }) => `/lapor/terkirim?surat=${pass}`),
  'GET /lapor/tanda-terima': get(everyone, ({ pass }) => `/lapor/tanda-terima?surat=${pass}`),
  'GET /lapor/tanda-terima.pdf': get(everyone, ({ pass }) => `/lapor/tanda-terima.pdf?surat=${pass}`),
  // The browser that has just filed it, by its cookie, and no other.
  'GET /lapor/lacak': get(nobody, ({ pass }) => `/lapor/lacak?surat=${pass}`),
  'GET /laporan': get(everyone, () => '/laporan'),
  'GET /peta': get(everyone, () => '/peta'),
  'GET /peta/titik': get(everyone, () => '/peta/titik?kotak=106,-7,107,-6&zoom=11'),
  'GET /umpan.atom': get(everyone, () => '/umpan.atom'),
  'GET /instansi': get(everyone, () => '/instansi'),
  'GET /instansi/:slug': get(everyone, ({ agency }) => `/instansi/${agency}`),
  'GET /wilayah': get(everyone, () => '/wilayah'),
  'GET /wilayah/:code': get(everyone, ({ village }) => `/wilayah/${village}`),
  'GET /laporan/:number': get(everyone, ({ number }) => `/laporan/${number}`),
  'GET /laporan/:number/kartu.png': get(everyone, ({ number }) => `/laporan/${number}/kartu.png`),
  'GET /laporan/:number/laporkan': get(everyone, ({ number }) => `/laporan/${number}/laporkan`),
  'POST /laporan/:number/laporkan': post(
    everyone,
    ({ number }) => `/laporan/${number}/laporkan`,
    () => ({ words: 'Uji pintu.' }),
  ),
  'GET /laporan/:number/foto/:id/:size': get(
    everyone,
    ({ number, photoId }) => `/laporan/${number}/foto/${photoId}/kecil`,
  ),
  'GET /lacak': get(everyone, () => '/lacak'),
  'POST /lacak': post(
    everyone,
    () => '/lacak',
    ({ number, claimCode }) => ({ nomor: number, kode: claimCode }),
  ),
  'GET /lacak/kode-baru': get(everyone, () => '/lacak/kode-baru'),
  'POST /lacak/kode-baru': post(
    everyone,
    () => '/lacak/kode-baru',
    ({ number }) => ({ nomor: number, kontak: 'wrong@example.org' }),
  ),
  // Number and code open these, and no office does.
  'GET /lacak/:number': get(nobody, ({ number }) => `/lacak/${number}`),
  'GET /lacak/:number/foto/:id/:size': get(nobody, ({ number, photoId }) => `/lacak/${number}/foto/${photoId}/kecil`),
  'POST /lacak/:number': post(
    nobody,
    ({ number }) => `/lacak/${number}`,
    () => ({ move: 'message', message: 'Uji pintu.' }),
  ),
  'GET /lacak/:number/tanda-terima': get(nobody, ({ number }) => `/lacak/${number}/tanda-terima`),
  'GET /lacak/:number/tanda-terima.pdf': get(nobody, ({ number }) => `/lacak/${number}/tanda-terima.pdf`),
  'GET /lacak/:number/perbaiki': get(nobody, ({ number }) => `/lacak/${number}/perbaiki`),
  'POST /lacak/:number/perbaiki': post(
    nobody,
    ({ number }) => `/lacak/${number}/perbaiki`,
    () => ({ description: 'Uji pintu.' }),
  ),
  'POST /lacak/:number/keluar': post(everyone, ({ number }) => `/lacak/${number}/keluar`),
  'GET /api': get(everyone, () => '/api'),
  'GET /api/v1/openapi.json': get(everyone, () => '/api/v1/openapi.json'),
  'GET /api/v1/agencies': get(everyone, () => '/api/v1/agencies'),
  'GET /api/v1/categories': get(everyone, () => '/api/v1/categories'),
  'GET /api/v1/villages': get(everyone, () => '/api/v1/villages'),
  'GET /api/v1/reports': get(everyone, () => '/api/v1/reports'),
  'GET /api/v1/reports/:number': get(
    everyone.filter((visitor) => visitor !== 'key report:create'), // a key is shown in order to see more than everyone
    ({ number }) => `/api/v1/reports/${number}`,
  ),
  'POST /api/v1/reports': json(['key report:create'], () => '/api/v1/reports', { description: 'Uji pintu.' }),
  'POST /api/v1/reports/:number/moves': json(['key report:handle'], ({ number }) => `/api/v1/reports/${number}/moves`, {
    move: 'note',
    message: 'Uji pintu.',
  }),
  'POST /api/v1/uploads': post(
    ['key report:handle'],
    () => '/api/v1/uploads',
    ({ number }) => ({ number }),
  ),
  'GET /petugas/masuk': get(everyone, () => '/petugas/masuk'),
  'POST /petugas/masuk': post(everyone, () => '/petugas/masuk'),
  'GET /petugas/masuk/kode': get(everyone, () => '/petugas/masuk/kode'),
  'POST /petugas/masuk/kode': post(everyone, () => '/petugas/masuk/kode'),
  'GET /petugas/lupa-sandi': get(everyone, () => '/petugas/lupa-sandi'),
  'POST /petugas/lupa-sandi': post(everyone, () => '/petugas/lupa-sandi'),
  // Who has the letter.
  'GET /petugas/akun-baru/:pass': get(everyone, ({ linkPass }) => `/petugas/akun-baru/${linkPass}`),
  'POST /petugas/akun-baru/:pass': post(everyone, ({ linkPass }) => `/petugas/akun-baru/${linkPass}`),
  'GET /petugas/undangan/:pass': get(everyone, ({ invitationPass }) => `/petugas/undangan/${invitationPass}`),
  'POST /petugas/undangan/:pass': post(everyone, ({ invitationPass }) => `/petugas/undangan/${invitationPass}`),
  // Leads a stranger to the sign-in, and says no to whoever is signed in.
  'GET /petugas/tanpa-jabatan': get(
    everyone.filter((visitor) => !officers.some((role) => role === visitor)),
    () => '/petugas/tanpa-jabatan',
  ),
  'GET /petugas': get(officers, () => '/petugas'),
  'POST /petugas/masuk/kunci': json(everyone, () => '/petugas/masuk/kunci', {}),
  'POST /petugas/masuk/kunci/mulai': json(everyone, () => '/petugas/masuk/kunci/mulai', {}),
  // Whoever has the letter.
  'GET /petugas/bukan-saya/:pass': get(everyone, ({ signInPass }) => `/petugas/bukan-saya/${signInPass}`),
  'POST /petugas/bukan-saya/:pass': post(everyone, ({ signInPass }) => `/petugas/bukan-saya/${signInPass}`),
  'GET /petugas/akun': get(officers, () => '/petugas/akun'),
  'GET /petugas/akun/sandi': get(officers, () => '/petugas/akun/sandi'),
  'POST /petugas/akun/sandi': post(officers, () => '/petugas/akun/sandi'),
  'GET /petugas/akun/aplikasi': get(officers, () => '/petugas/akun/aplikasi'),
  'POST /petugas/akun/aplikasi': post(officers, () => '/petugas/akun/aplikasi'),
  'POST /petugas/akun/aplikasi/bukti': post(officers, () => '/petugas/akun/aplikasi/bukti'),
  'GET /petugas/akun/kode': get(officers, () => '/petugas/akun/kode'),
  'POST /petugas/akun/kode': post(officers, () => '/petugas/akun/kode'),
  'GET /petugas/akun/kunci': get(officers, () => '/petugas/akun/kunci'),
  'POST /petugas/akun/kunci': json(officers, () => '/petugas/akun/kunci', someKey),
  'POST /petugas/akun/kunci/mulai': json(officers, () => '/petugas/akun/kunci/mulai', { password: '' }),
  'POST /petugas/akun/kunci/:id/hapus': post(officers, ({ dutyId }) => `/petugas/akun/kunci/${dutyId}/hapus`),
  'POST /petugas/akun/sesi/lainnya/akhiri': post(officers, () => '/petugas/akun/sesi/lainnya/akhiri'),
  'POST /petugas/akun/sesi/:id/akhiri': post(officers, ({ dutyId }) => `/petugas/akun/sesi/${dutyId}/akhiri`),
  'POST /petugas/pos': post(officers, () => '/petugas/pos'),
  'GET /petugas/foto/:id/:size': get(readers, ({ photoId }) => `/petugas/foto/${photoId}/kecil`),
  'GET /petugas/foto/:id/kabur': get(['verifier', 'coordinator'], ({ photoId }) => `/petugas/foto/${photoId}/kabur`),
  'GET /petugas/foto/:id/kabur/:size': get(nobody, ({ photoId }) => `/petugas/foto/${photoId}/kabur/kecil`), // nothing was drawn on it
  'POST /petugas/foto/:id/kabur': post(['verifier', 'coordinator'], ({ photoId }) => `/petugas/foto/${photoId}/kabur`),
  'POST /petugas/foto/:id/asli': post(
    ['intake_operator', 'verifier', 'coordinator', 'inspectorate'],
    ({ photoId }) => `/petugas/foto/${photoId}/asli`,
    () => ({ ground: 'handling' }),
  ),
  'GET /petugas/laporan/:number': get(readers, ({ number }) => `/petugas/laporan/${number}`),
  'POST /petugas/laporan/:number/:move': post(
    readers.filter((role) => role !== 'control_room' && role !== 'ombudsman'), // they look and do not touch
    ({ number }) => `/petugas/laporan/${number}/note`,
    () => ({ message: 'Uji pintu.' }),
  ),
  'POST /petugas/laporan/:number/identitas': post(
    ['intake_operator', 'verifier', 'coordinator', 'inspectorate'],
    ({ number }) => `/petugas/laporan/${number}/identitas`,
    () => ({ ground: 'handling' }),
  ),
  'GET /kelola/janji': get(['city_admin'], () => '/kelola/janji'),
  'GET /kelola/janji/aturan': get(['city_admin'], () => '/kelola/janji/aturan'),
  'POST /kelola/janji/aturan': post(['city_admin'], () => '/kelola/janji/aturan'),
  'GET /kelola/janji/kalender': get(['city_admin'], () => '/kelola/janji/kalender'),
  'POST /kelola/janji/kalender': post(['city_admin'], () => '/kelola/janji/kalender'),
  'GET /kelola/surat': get(['city_admin'], () => '/kelola/surat'),
  'GET /kelola/surat/ubah': get(['city_admin'], () => '/kelola/surat/ubah?bagian=greeting'),
  'POST /kelola/surat/ubah': post(['city_admin'], () => '/kelola/surat/ubah'),
  'POST /kelola/surat/kembali': post(['city_admin'], () => '/kelola/surat/kembali'),
  'GET /kelola': get(['city_admin'], () => '/kelola'),
  'GET /kelola/instansi': get(['city_admin'], () => '/kelola/instansi'),
  'GET /kelola/instansi/baru': get(['city_admin'], () => '/kelola/instansi/baru'),
  'POST /kelola/instansi/baru': post(['city_admin'], () => '/kelola/instansi/baru'),
  'GET /kelola/instansi/:slug': get(['city_admin'], ({ agency }) => `/kelola/instansi/${agency}`),
  'POST /kelola/instansi/:slug': post(['city_admin'], ({ agency }) => `/kelola/instansi/${agency}`),
  'POST /kelola/instansi/:slug/tutup': post(['city_admin'], ({ agency }) => `/kelola/instansi/${agency}/tutup`),
  'GET /kelola/jabatan': get(['city_admin'], () => '/kelola/jabatan'),
  'GET /kelola/jabatan/baru': get(['city_admin'], () => '/kelola/jabatan/baru'),
  'POST /kelola/jabatan/baru': post(['city_admin'], () => '/kelola/jabatan/baru'),
  'GET /kelola/jabatan/:slug': get(['city_admin'], (own) => `/kelola/jabatan/${own.post}`),
  'GET /kelola/jabatan/:slug/ubah': get(['city_admin'], (own) => `/kelola/jabatan/${own.post}/ubah`),
  'POST /kelola/jabatan/:slug/ubah': post(['city_admin'], (own) => `/kelola/jabatan/${own.post}/ubah`),
  'POST /kelola/jabatan/:slug/tutup': post(['city_admin'], (own) => `/kelola/jabatan/${own.post}/tutup`),
  'GET /kelola/jabatan/:slug/pemegang': get(['city_admin'], (own) => `/kelola/jabatan/${own.post}/pemegang`),
  'POST /kelola/jabatan/:slug/pemegang': post(['city_admin'], (own) => `/kelola/jabatan/${own.post}/pemegang`),
  'GET /kelola/jabatan/:slug/pemegang/:id': get(
    ['city_admin'],
    (own) => `/kelola/jabatan/${own.post}/pemegang/${own.spanId}`,
  ),
  'POST /kelola/jabatan/:slug/pemegang/:id': post(
    ['city_admin'],
    (own) => `/kelola/jabatan/${own.post}/pemegang/${own.spanId}`,
  ),
  'GET /kelola/serah-terima': get(['city_admin'], (own) => `/kelola/serah-terima?jabatan=${own.post}`),
  'POST /kelola/serah-terima': post(
    ['city_admin'],
    () => '/kelola/serah-terima',
    (own) => ({ jabatan: own.post, step: 'preview' }),
  ),
  'GET /kelola/serah-terima/:id': get(['city_admin'], ({ handoverId }) => `/kelola/serah-terima/${handoverId}`),
  'GET /kelola/perubahan': get(['city_admin'], () => '/kelola/perubahan'),
  'POST /kelola/perubahan/:id/batalkan': post(
    ['city_admin'],
    ({ cityEventId }) => `/kelola/perubahan/${cityEventId}/batalkan`,
  ),
  'GET /petugas/ui': get(officers, () => '/petugas/ui'),
  'GET /petugas/kabar': get(officers, () => '/petugas/kabar'),
  'POST /petugas/kabar/dibaca': post(officers, () => '/petugas/kabar/dibaca'),
  'POST /petugas/kabar': post(officers, () => '/petugas/kabar'),
  'GET /kelola/piket': get(['coordinator', 'city_admin'], () => '/kelola/piket'),
  'POST /kelola/piket': post(['coordinator', 'city_admin'], () => '/kelola/piket'),
  'GET /kelola/siap': get(['city_admin'], () => '/kelola/siap'),
  'POST /kelola/siap/:item': post(['city_admin'], () => '/kelola/siap/agencies'),
  'POST /kelola/siap/buka': post(['city_admin'], () => '/kelola/siap/buka'),
  'GET /petugas/surat-latihan': get(nobody, () => '/petugas/surat-latihan'), // whoever trains in a rehearsal; this city is none
  'POST /kelola/piket/:id/hapus': post(['coordinator', 'city_admin'], ({ dutyId }) => `/kelola/piket/${dutyId}/hapus`),
  'GET /kelola/kesehatan': get(['city_admin', 'platform_admin'], () => '/kelola/kesehatan'),
  'GET /kelola/kunci': get(['city_admin'], () => '/kelola/kunci'),
  'POST /kelola/kunci': post(['city_admin'], () => '/kelola/kunci'),
  'POST /kelola/kunci/:id/cabut': post(['city_admin'], ({ keyId }) => `/kelola/kunci/${keyId}/cabut`),
  'GET /kelola/orang': get(['city_admin'], () => '/kelola/orang'),
  'POST /kelola/orang': post(['city_admin'], () => '/kelola/orang'),
  'POST /kelola/orang/undangan/:id/batal': post(
    ['city_admin'],
    ({ dutyId }) => `/kelola/orang/undangan/${dutyId}/batal`,
  ),
  'POST /kelola/orang/undangan/:id/lagi': post(['city_admin'], ({ dutyId }) => `/kelola/orang/undangan/${dutyId}/lagi`),
  'GET /kelola/orang/impor': get(['city_admin'], () => '/kelola/orang/impor'),
  'POST /kelola/orang/impor': post(['city_admin'], () => '/kelola/orang/impor'),
  'GET /kelola/orang/impor/unduh/:file': get(['city_admin'], () => '/kelola/orang/impor/unduh/contoh.csv'),
  'GET /kelola/orang/impor/:id': get(['city_admin'], ({ batchId }) => `/kelola/orang/impor/${batchId}`),
  'POST /kelola/orang/impor/:id': post(['city_admin'], ({ batchId }) => `/kelola/orang/impor/${batchId}`),
  'GET /kelola/orang/:userId': get(['city_admin'], ({ userId }) => `/kelola/orang/${userId}`),
  'POST /kelola/orang/:userId/lepas-faktor': post(
    ['city_admin'],
    ({ userId }) => `/kelola/orang/${userId}/lepas-faktor`,
  ),
  'POST /kelola/orang/:userId/akhiri': post(['city_admin'], ({ userId }) => `/kelola/orang/${userId}/akhiri`),
  'GET /kelola/pekerjaan': get(['city_admin'], () => '/kelola/pekerjaan'),
  'POST /kelola/pekerjaan/:id': post(['city_admin'], ({ jobId }) => `/kelola/pekerjaan/${jobId}`),
  'GET /laporan/:number/ikuti': get(everyone, ({ number }) => `/laporan/${number}/ikuti`),
  'POST /laporan/:number/ikuti': post(everyone, ({ number }) => `/laporan/${number}/ikuti`),
  'GET /lacak/:number/pemberitahuan': get(nobody, ({ number }) => `/lacak/${number}/pemberitahuan`),
  'POST /lacak/:number/pemberitahuan': post(
    nobody,
    ({ number }) => `/lacak/${number}/pemberitahuan`,
    () => ({ apa: 'resume' }),
  ),
  // Who has the letter, and a mail program in their name.
  'GET /pemberitahuan/:pass': get(everyone, ({ noticesPass }) => `/pemberitahuan/${noticesPass}`),
  'POST /pemberitahuan/:pass': post(
    everyone,
    ({ noticesPass }) => `/pemberitahuan/${noticesPass}`,
    () => ({ apa: 'resume' }),
  ),
  'GET /lacak/:number/kontak': get(nobody, ({ number }) => `/lacak/${number}/kontak`),
  'POST /lacak/:number/kontak': post(
    nobody,
    ({ number }) => `/lacak/${number}/kontak`,
    () => ({ name: 'Uji pintu.' }),
  ),
  // Who has the letter: its button is good once, for whoever comes first.
  'GET /ikuti/:pass': get(everyone, ({ followPass }) => `/ikuti/${followPass}`),
  'POST /ikuti/:pass': post(['anonymous'], ({ followPass }) => `/ikuti/${followPass}`),
  'GET /ikuti/berhenti/:pass': get(everyone, ({ unfollowPass }) => `/ikuti/berhenti/${unfollowPass}`),
  'POST /ikuti/berhenti/:pass': post(everyone, ({ unfollowPass }) => `/ikuti/berhenti/${unfollowPass}`),
  'GET /surat/berhenti/:pass': get(everyone, ({ addressPass }) => `/surat/berhenti/${addressPass}`),
  'POST /surat/berhenti/:pass': post(
    everyone,
    ({ addressPass }) => `/surat/berhenti/${addressPass}`,
    () => ({ apa: 'resume_address' }),
  ),
  'GET /ganti-kontak/:pass': get(everyone, ({ contactPass }) => `/ganti-kontak/${contactPass}`),
  'POST /ganti-kontak/:pass': post(['anonymous'], ({ contactPass }) => `/ganti-kontak/${contactPass}`),
  'GET /ganti-kontak/batal/:pass': get(everyone, ({ contactBackPass }) => `/ganti-kontak/batal/${contactBackPass}`),
  'POST /ganti-kontak/batal/:pass': post(
    ['anonymous'],
    ({ contactBackPass }) => `/ganti-kontak/batal/${contactBackPass}`,
    () => ({ apa: 'disown' }),
  ),
  // Ends the session it is shown: the last of all.
  'POST /petugas/keluar': post(everyone, () => '/petugas/keluar'),
};

let site: FenceSite;
let own: Holdings;
let visitors: Visitors;

beforeAll(async () => {
  site = await startFenceSite();
  own = await fillWithWords(site, site.cities[0]);
  visitors = await letVisitorsIn(site);
}, 120_000);

afterAll(() => site.close());

it('has a line for every door, and none for a door that is gone', () => {
  expect(Object.keys(doors).toSorted()).toEqual(routesOf(site.app));
});

it.each(Object.entries(doors))('lets in whom the list names, and nobody else: %s', async (_route, { who, ask }) => {
  const asked = ask(own);
  const letIn: Visitor[] = [];
  for (const [visitor, brought] of visitors) {
    const answer = await askFirst(site, { ...asked, headers: { ...asked.headers, ...brought } });
    expect(answer.statusCode, visitor).toBeLessThan(500);
    if (isIn(answer)) letIn.push(visitor);
  }
  expect(letIn).toEqual(everyone.filter((visitor) => who.includes(visitor)));
});

/** Refused, not found, or sent to where one says who one is. */
const isIn = ({ statusCode, headers }: LightMyRequestResponse): boolean =>
  ![401, 403, 404].includes(statusCode) &&
  !/^\/(?:petugas\/masuk\?(?:next|ended)|petugas\/tanpa-jabatan|lacak\?nomor)/.test(String(headers.location ?? ''));
