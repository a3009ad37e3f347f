import type { InjectOptions } from 'fastify';

import { moveNames } from '../../domain/move.ts';
import { writeCursor } from '../../features/serve-api/cursor.ts';
import { password } from '../../features/sign-in/testing/officer.ts';
import type { Holdings } from './city-with-words.ts';

/** One way to bring something to a city that is not of it; `own` is what the visitor rightly holds there. */
export type Probe = (brought: Holdings, own: Holdings) => InjectOptions;

type Fields = Readonly<Record<string, string>>;

const get = (url: string, headers: Fields = {}): InjectOptions => ({ method: 'GET', url, headers: { ...headers } });

const form = (url: string, fields: Fields, headers: Fields = {}): InjectOptions => ({
  method: 'POST',
  url,
  headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
  payload: new URLSearchParams(fields).toString(),
});

const json = (url: string, payload: object, headers: Fields = {}): InjectOptions => ({
  method: 'POST',
  url,
  headers: { ...headers, 'content-type': 'application/json' },
  payload,
});

const bearer = (key: string): Fields => ({ authorization: `Bearer ${key}` });
const filedCookie = (pass: string): Fields => ({ cookie: `laporan_terkirim=${pass}` });
const claimCookie = (pass: string): Fields => ({ cookie: `lacak=${pass}` });

/** A list of the site's pages and of the interface may be cut by every code of a city, or begin after a place in its list. */
const filters = ({ category, agency, village, filedAt, reportId }: Holdings): readonly string[] => [
  `category=${category}`,
  `agency=${agency}`,
  `village=${village}`,
  `cursor=${writeCursor({ filedAt, id: reportId })}`,
];

const everyCodeOf = (brought: Holdings) => ({
  category: brought.category,
  agency: brought.agency,
  post: brought.post,
  village: brought.village,
  primary: brought.number,
  proposed_agency: brought.agency,
});

/** Shown with a session: the officer's own, or the one that was brought. */
const asOfficer = (url: (holdings: Holdings) => string): readonly Probe[] => [
  (brought, own) => get(url(brought), { cookie: own.session }),
  (brought, own) => get(url(own), { cookie: brought.session }),
  (brought) => get(url(brought), { cookie: brought.session }),
];

const postAsOfficer = (url: (holdings: Holdings) => string, fields: Fields = {}): readonly Probe[] => [
  (brought, own) => form(url(brought), fields, { cookie: own.session }),
  (brought, own) => form(url(own), fields, { cookie: brought.session }),
  (brought) => form(url(brought), fields, { cookie: brought.session }),
];

/** Which codes of a city an officer's form can name, by move. */
const codesIn = {
  verify: ['category', 'village'],
  assign: ['agency', 'post'],
  return_to_coordinator: ['proposed_agency'],
  merge: ['primary'],
  reclassify: ['category'],
  relocate: ['village'],
} as const;

const words = { reason: 'other', message: 'Uji pagar.' };

const someChoice = { steps: 'all', quiet: 'city', from: '', until: '', language: 'id' };
/** Looked at, and not saved. */
const someWording = { bagian: 'happened.filed', id: 'Uji pagar.', en: '', version: '0', step: 'preview' };

/** Looked at, and not saved. */
const changedRule = {
  step: 'preview',
  aturan: 'clock.verify',
  'clock.verify.value': '4',
  'clock.verify.unit': 'working_days',
  'clock.verify.source': 'Uji pagar.',
  'clock.verify.confidence': 'own',
  reason: 'Uji pagar.',
};
const changedDay = {
  step: 'preview',
  tahun: '2026',
  lines: '2026-12-28;regional;Uji pagar',
  source: 'Uji',
  reason: 'Uji.',
};

const someOffice = { name: '', shortName: '', kind: 'opd' };
const newPassword = { password: 'kuda biru makan roti', repeated: 'kuda biru makan roti' };
const someKey = { scopes: 'report:read', until: '2027-01-01' };
const somebody = { name: 'Uji Pagar', address: 'uji.pagar@kota.example', language: 'id' };

const night = { fromDay: '2030-01-01', fromTime: '20.00', untilDay: '2030-01-02', untilTime: '06.00' };

/** The picture of another form, by its own nonce and by the visitor's. */
const photosBrought = (what: string): readonly Probe[] => [
  ({ waitingPhotoId, waitingNonce }) => get(`/lapor/foto/${waitingPhotoId}${what}?nonce=${waitingNonce}`),
  ({ waitingPhotoId }, own) => get(`/lapor/foto/${waitingPhotoId}${what}?nonce=${own.waitingNonce}`),
  ({ waitingNonce }, own) => get(`/lapor/foto/${own.waitingPhotoId}${what}?nonce=${waitingNonce}`),
];

const officersMoves: readonly Probe[] = [
  ...postAsOfficer(({ number }) => `/petugas/laporan/${number}/note`, words),
  ...moveNames.map(
    (move): Probe =>
      (brought, own) =>
        form(`/petugas/laporan/${brought.number}/${move}`, { ...words, ...everyCodeOf(own) }, { cookie: own.session }),
  ),
  // With the city's own report but another's codes: what is chosen is not on any list here.
  ...Object.entries(codesIn).flatMap(([move, codes]) =>
    codes.map(
      (code): Probe =>
        (brought, own) =>
          form(
            `/petugas/laporan/${own.number}/${move}`,
            { ...words, class: 'complaint', [code]: everyCodeOf(brought)[code] },
            { cookie: own.session },
          ),
    ),
  ),
];

/** A body that says nothing but the move would be refused for what is missing, before anything is looked up. */
const bodiesOf = (brought: Holdings): readonly object[] => [
  { move: 'verify', class: 'complaint', category: brought.category, village: brought.village },
  { move: 'assign', agency: brought.agency },
  { move: 'assign', post: brought.post },
  { move: 'return_to_coordinator', reason: 'other', message: 'Uji.', proposed_agency: brought.agency },
  { move: 'merge', primary: brought.number },
  { move: 'relocate', village: brought.village },
  { move: 'reclassify', category: brought.category },
];
const bodyCount = 7;

const programsMoves: readonly Probe[] = [
  ...Array.from({ length: bodyCount }, (_, at): readonly Probe[] => [
    (brought, own) =>
      json(`/api/v1/reports/${own.number}/moves`, bodiesOf(brought)[at] ?? {}, bearer(own.keys['report:handle'])),
    (brought, own) =>
      json(`/api/v1/reports/${brought.number}/moves`, bodiesOf(own)[at] ?? {}, bearer(own.keys['report:handle'])),
    (brought, own) =>
      json(`/api/v1/reports/${own.number}/moves`, bodiesOf(own)[at] ?? {}, bearer(brought.keys['report:handle'])),
  ]).flat(),
  ...(['message', 'withdraw', 'confirm', 'dispute', 'provide_info'] as const).flatMap((move): readonly Probe[] => [
    ({ number, claimCode }) => json(`/api/v1/reports/${number}/moves`, { move, claim_code: claimCode }),
    ({ claimCode }, own) => json(`/api/v1/reports/${own.number}/moves`, { move, claim_code: claimCode }),
    ({ number }, own) => json(`/api/v1/reports/${number}/moves`, { move, claim_code: own.claimCode }),
  ]),
];

/** Says nothing of any city but the one it stands in, and takes nothing from the visitor. */
const takesNothing: readonly Probe[] = [];

/** What can be brought to each route of the site. A route without its line here fails the test. */
export const probes: Readonly<Record<string, readonly Probe[]>> = {
  'GET /': [(brought) => get('/', { cookie: brought.session })],
  'GET /healthz': takesNothing,
  'GET /readyz': takesNothing,
  'GET /metrics': takesNothing,
  'GET /bantuan/dasar-hukum': [(brought) => get('/bantuan/dasar-hukum', { cookie: brought.session })],
  'GET /masuk': takesNothing,
  'GET /api': takesNothing,
  'GET /api/v1/openapi.json': takesNothing,
  'GET /api/v1/agencies': [(brought) => get('/api/v1/agencies', bearer(brought.keys['report:read']))],
  'GET /api/v1/categories': [(brought) => get('/api/v1/categories', bearer(brought.keys['report:read']))],
  'GET /api/v1/villages': [(brought) => get('/api/v1/villages', bearer(brought.keys['report:read']))],
  'GET /api/v1/reports': [0, 1, 2, 3].map(
    (at): Probe =>
      (brought) =>
        get(`/api/v1/reports?${filters(brought)[at] ?? ''}`),
  ),
  'GET /api/v1/reports/:number': [
    ({ number }) => get(`/api/v1/reports/${number}`),
    ({ hiddenNumber }) => get(`/api/v1/reports/${hiddenNumber}`),
    ({ number }, own) => get(`/api/v1/reports/${number}`, bearer(own.keys['report:read'])),
    ({ hiddenNumber }, own) => get(`/api/v1/reports/${hiddenNumber}`, bearer(own.keys['report:handle'])),
    (brought, own) => get(`/api/v1/reports/${own.hiddenNumber}`, bearer(brought.keys['report:read'])),
    (brought) => get(`/api/v1/reports/${brought.number}`, bearer(brought.keys['report:handle'])),
  ],
  'POST /api/v1/reports': [
    (brought) => json('/api/v1/reports', { description: 'Uji pagar.' }, bearer(brought.keys['report:create'])),
    ({ idempotencyKey }, own) =>
      json(
        '/api/v1/reports',
        { description: 'Uji pagar.' },
        { ...bearer(own.keys['report:create']), 'idempotency-key': idempotencyKey },
      ),
    ({ category }, own) =>
      json('/api/v1/reports', { description: 'Uji.', category }, bearer(own.keys['report:create'])),
    ({ village }, own) => json('/api/v1/reports', { description: 'Uji.', village }, bearer(own.keys['report:create'])),
  ],
  'POST /api/v1/reports/:number/moves': programsMoves,
  'POST /api/v1/uploads': [
    ({ number }, own) => form('/api/v1/uploads', { number }, bearer(own.keys['report:handle'])),
    (brought, own) => form('/api/v1/uploads', { number: own.number }, bearer(brought.keys['report:handle'])),
  ],
  'GET /lapor': [(brought) => get('/lapor', { cookie: brought.session })],
  'POST /lapor': [
    ({ nonce }) => form('/lapor', { description: 'Uji pagar.', nonce, step: 'send' }),
    ({ nonce }) => form('/lapor', { description: 'Uji pagar.', nonce, step: 'preview' }),
    ({ category }) => form('/lapor', { description: 'Uji pagar.', category }),
    ({ village }) => form('/lapor', { description: 'Uji pagar.', village }),
    ({ number }) => form('/lapor', { description: 'Uji pagar.', support: number, step: 'edit' }),
    ({ number }) => form('/lapor', { description: 'Uji pagar.', support: number }),
    ({ pass }) => form('/lapor', { description: 'Uji pagar.', step: 'send' }, filedCookie(pass)),
  ],
  'GET /lapor/tempat': [() => get('/lapor/tempat?lat=-6.17&lng=106.63')],
  'GET /lapor/wilayah.json': [() => get('/lapor/wilayah.json')],
  'GET /lapor/lama': [({ category }) => get(`/lapor/lama?category=${category}`)],
  'GET /lapor/didukung': [
    ({ number }) => get(`/lapor/didukung?nomor=${number}`),
    ({ hiddenNumber }) => get(`/lapor/didukung?nomor=${hiddenNumber}`),
  ],
  'GET /laporan-saya': [(brought) => get('/laporan-saya', { cookie: brought.session })],
  'POST /lapor/foto': [({ waitingNonce }) => form('/lapor/foto', { nonce: waitingNonce })],
  'GET /lapor/foto/:id': photosBrought(''),
  'GET /lapor/foto/:id/kecil': photosBrought('/kecil'),
  'GET /lapor/terkirim': [
    ({ pass }) => get(`/lapor/terkirim?surat=${pass}`),
    ({ pass }) => get('/lapor/terkirim', filedCookie(pass)),
    ({ pass }) => get(`/lapor/terkirim?surat=${pass}`, filedCookie(pass)),
    ({ claimCookie: pass }) => get(`/lapor/terkirim?surat=${pass}`),
  ],
  'GET /lapor/tanda-terima': [
    ({ pass }) => get(`/lapor/tanda-terima?surat=${pass}`),
    ({ pass }) => get('/lapor/tanda-terima', filedCookie(pass)),
  ],
  'GET /lapor/tanda-terima.pdf': [
    ({ pass }) => get(`/lapor/tanda-terima.pdf?surat=${pass}`),
    ({ pass }) => get('/lapor/tanda-terima.pdf', filedCookie(pass)),
  ],
  'GET /lapor/lacak': [
    ({ pass }) => get(`/lapor/lacak?surat=${pass}`),
    ({ pass }) => get('/lapor/lacak', filedCookie(pass)),
    ({ pass }) => get(`/lapor/lacak?surat=${pass}`, filedCookie(pass)),
    ({ claimCookie: pass }) => get(`/lapor/lacak?surat=${pass}`, filedCookie(pass)),
  ],
  'GET /umpan.atom': [() => get('/umpan.atom'), () => get('/umpan.atom?topik=sampah')],
  'GET /peta': [
    ({ category, agency, village }) => get(`/peta?tentang=${category}&instansi=${agency}&wilayah=${village}`),
  ],
  'GET /peta/titik': [
    () => get('/peta/titik?kotak=95,-11,141,6&zoom=3'),
    () => get('/peta/titik?kotak=95,-11,141,6&zoom=18'),
    ({ category }) => get(`/peta/titik?kotak=95,-11,141,6&zoom=18&tentang=${category}`),
    ({ village }) => get(`/peta/titik?kotak=95,-11,141,6&zoom=18&wilayah=${village}`),
  ],
  'GET /instansi': [(brought) => get('/instansi', { cookie: brought.session })],
  'GET /instansi/:slug': [({ agency }) => get(`/instansi/${agency}`)],
  'GET /wilayah': [(brought) => get('/wilayah', { cookie: brought.session })],
  'GET /wilayah/:code': [({ village }) => get(`/wilayah/${village}`)],
  'GET /laporan': [
    ({ number }) => get(`/laporan?q=${number}`),
    ({ publicTitle }) => get(`/laporan?q=${publicTitle}`),
    ({ filedAt, reportId }) => get(`/laporan?sesudah=${filedAt.getTime()}.${reportId}`),
  ],
  'GET /laporan/:number': [
    ({ number }) => get(`/laporan/${number}`),
    ({ hiddenNumber }) => get(`/laporan/${hiddenNumber}`),
  ],
  'GET /laporan/:number/kartu.png': [
    ({ number }) => get(`/laporan/${number}/kartu.png`),
    ({ hiddenNumber }) => get(`/laporan/${hiddenNumber}/kartu.png`),
  ],
  'GET /laporan/:number/laporkan': [
    ({ number }) => get(`/laporan/${number}/laporkan`),
    ({ hiddenNumber }) => get(`/laporan/${hiddenNumber}/laporkan`),
  ],
  'POST /laporan/:number/laporkan': [
    ({ number }) => form(`/laporan/${number}/laporkan`, { reason: 'slander' }),
    ({ hiddenNumber }) => form(`/laporan/${hiddenNumber}/laporkan`, { reason: 'slander' }),
  ],
  'GET /laporan/:number/foto/:id/:size': [
    ({ number, photoId }) => get(`/laporan/${number}/foto/${photoId}/kecil`),
    ({ photoId }, own) => get(`/laporan/${own.number}/foto/${photoId}/kecil`),
    ({ number }, own) => get(`/laporan/${number}/foto/${own.photoId}/kecil`),
  ],
  'GET /lacak': [({ number }) => get(`/lacak?nomor=${number}`)],
  'POST /lacak': [
    ({ number, claimCode }) => form('/lacak', { nomor: number, kode: claimCode }),
    ({ claimCode }, own) => form('/lacak', { nomor: own.number, kode: claimCode }),
    ({ number }, own) => form('/lacak', { nomor: number, kode: own.claimCode }),
  ],
  'GET /lacak/kode-baru': takesNothing,
  'POST /lacak/kode-baru': [
    ({ number, email }) => form('/lacak/kode-baru', { nomor: number, kontak: email }),
    ({ number }, own) => form('/lacak/kode-baru', { nomor: number, kontak: own.email }),
    ({ email }, own) => form('/lacak/kode-baru', { nomor: own.number, kontak: email }),
  ],
  'GET /lacak/:number': [
    ({ number, claimCookie: pass }) => get(`/lacak/${number}`, claimCookie(pass)),
    ({ claimCookie: pass }, own) => get(`/lacak/${own.number}`, claimCookie(pass)),
    ({ number }, own) => get(`/lacak/${number}`, claimCookie(own.claimCookie)),
    ({ number, pass }) => get(`/lacak/${number}`, claimCookie(pass)),
  ],
  'GET /lacak/:number/foto/:id/:size': [
    ({ number, photoId, claimCookie: pass }) => get(`/lacak/${number}/foto/${photoId}/kecil`, claimCookie(pass)),
    ({ photoId }, own) => get(`/lacak/${own.number}/foto/${photoId}/kecil`, claimCookie(own.claimCookie)),
    ({ number }, own) => get(`/lacak/${number}/foto/${own.photoId}/kecil`, claimCookie(own.claimCookie)),
  ],
  'POST /lacak/:number': (['message', 'withdraw', 'confirm', 'dispute', 'provide_info'] as const).flatMap(
    (move): readonly Probe[] => [
      ({ number, claimCookie: pass }) => form(`/lacak/${number}`, { move, sure: '1' }, claimCookie(pass)),
      ({ claimCookie: pass }, own) => form(`/lacak/${own.number}`, { move, sure: '1' }, claimCookie(pass)),
      ({ number }, own) => form(`/lacak/${number}`, { move, sure: '1' }, claimCookie(own.claimCookie)),
    ],
  ),
  'GET /lacak/:number/tanda-terima': [
    ({ number, claimCookie: pass }) => get(`/lacak/${number}/tanda-terima`, claimCookie(pass)),
    ({ claimCookie: pass }, own) => get(`/lacak/${own.number}/tanda-terima`, claimCookie(pass)),
    ({ number }, own) => get(`/lacak/${number}/tanda-terima`, claimCookie(own.claimCookie)),
    ({ number, pass }) => get(`/lacak/${number}/tanda-terima`, claimCookie(pass)),
  ],
  'GET /lacak/:number/tanda-terima.pdf': [
    ({ number, claimCookie: pass }) => get(`/lacak/${number}/tanda-terima.pdf`, claimCookie(pass)),
    ({ claimCookie: pass }, own) => get(`/lacak/${own.number}/tanda-terima.pdf`, claimCookie(pass)),
    ({ number }, own) => get(`/lacak/${number}/tanda-terima.pdf`, claimCookie(own.claimCookie)),
    ({ number, pass }) => get(`/lacak/${number}/tanda-terima.pdf`, claimCookie(pass)),
  ],
  'GET /lacak/:number/perbaiki': [
    ({ number, claimCookie: pass }) => get(`/lacak/${number}/perbaiki`, claimCookie(pass)),
    ({ number }, own) => get(`/lacak/${number}/perbaiki`, claimCookie(own.claimCookie)),
  ],
  'POST /lacak/:number/perbaiki': [
    ({ number, claimCookie: pass }) => form(`/lacak/${number}/perbaiki`, { description: 'Uji.' }, claimCookie(pass)),
    ({ number }, own) => form(`/lacak/${number}/perbaiki`, { description: 'Uji.' }, claimCookie(own.claimCookie)),
  ],
  'POST /lacak/:number/keluar': [
    ({ number, claimCookie: pass }) => form(`/lacak/${number}/keluar`, {}, claimCookie(pass)),
  ],
  'GET /petugas': [
    ...asOfficer(({ number }) => `/petugas?nomor=${number}`),
    ...asOfficer(({ hiddenNumber }) => `/petugas?nomor=${hiddenNumber}`),
    ({ filedAt, reportId }, own) =>
      get(`/petugas?daftar=in_progress&sesudah=${encodeURIComponent(`${filedAt.toISOString()}_${reportId}`)}`, {
        cookie: own.session,
      }),
    ({ post }, own) => get('/petugas', { cookie: `${own.session}; post=${post}` }),
  ],
  'GET /petugas/foto/:id/:size': [
    ...asOfficer(({ photoId }) => `/petugas/foto/${photoId}/kecil`),
    ...asOfficer(({ waitingPhotoId }) => `/petugas/foto/${waitingPhotoId}/kecil`),
  ],
  'GET /petugas/foto/:id/kabur': asOfficer(({ photoId }) => `/petugas/foto/${photoId}/kabur`),
  'GET /petugas/foto/:id/kabur/:size': asOfficer(({ photoId }) => `/petugas/foto/${photoId}/kabur/kecil`),
  'POST /petugas/foto/:id/kabur': postAsOfficer(({ photoId }) => `/petugas/foto/${photoId}/kabur`, {
    version: '0',
    box: '0,0,500,500',
  }),
  'POST /petugas/foto/:id/asli': postAsOfficer(({ photoId }) => `/petugas/foto/${photoId}/asli`, {
    ground: 'handling',
  }),
  'GET /petugas/laporan/:number': [
    ...asOfficer(({ number }) => `/petugas/laporan/${number}`),
    ...asOfficer(({ hiddenNumber }) => `/petugas/laporan/${hiddenNumber}`),
  ],
  'POST /petugas/laporan/:number/:move': officersMoves,
  'POST /petugas/laporan/:number/identitas': postAsOfficer(({ number }) => `/petugas/laporan/${number}/identitas`, {
    ground: 'handling',
  }),
  'GET /petugas/masuk': [
    ({ number }) => get(`/petugas/masuk?next=${encodeURIComponent(`/petugas/laporan/${number}`)}`),
  ],
  'POST /petugas/masuk': [
    // Accounts belong to the installation; whether a login exists is told to nobody in any city.
    ({ login }) => form('/petugas/masuk', { login, password: 'a wrong one, for certain' }),
    ({ email }) => form('/petugas/masuk', { login: email, password: 'a wrong one, for certain' }),
  ],
  'GET /petugas/masuk/kode': [(brought) => get('/petugas/masuk/kode', { cookie: brought.session })],
  'POST /petugas/masuk/kode': [
    (brought) => form('/petugas/masuk/kode', { code: '123456' }, { cookie: brought.session }),
  ],
  'GET /petugas/lupa-sandi': takesNothing,
  'POST /petugas/lupa-sandi': [
    ({ login }) => form('/petugas/lupa-sandi', { login }),
    ({ email }) => form('/petugas/lupa-sandi', { login: email }),
  ],
  'GET /petugas/akun-baru/:pass': [
    ({ linkPass }) => get(`/petugas/akun-baru/${linkPass}`),
    ({ invitationPass }) => get(`/petugas/akun-baru/${invitationPass}`),
  ],
  'POST /petugas/akun-baru/:pass': [
    ({ linkPass }) => form(`/petugas/akun-baru/${linkPass}`, newPassword),
    ({ invitationPass }) => form(`/petugas/akun-baru/${invitationPass}`, newPassword),
  ],
  'GET /petugas/undangan/:pass': [
    ({ invitationPass }) => get(`/petugas/undangan/${invitationPass}`),
    ({ linkPass }) => get(`/petugas/undangan/${linkPass}`),
    ({ invitationPass }, own) => get(`/petugas/undangan/${invitationPass}`, { cookie: own.session }),
  ],
  'POST /petugas/undangan/:pass': [
    ({ invitationPass }) => form(`/petugas/undangan/${invitationPass}`, { step: 'password', ...newPassword }),
    ({ invitationPass }, own) =>
      form(`/petugas/undangan/${invitationPass}`, { step: 'accept' }, { cookie: own.session }),
    ({ followPass }) => form(`/petugas/undangan/${followPass}`, { step: 'accept' }),
  ],
  'GET /petugas/tanpa-jabatan': [(brought) => get('/petugas/tanpa-jabatan', { cookie: brought.session })],
  'POST /petugas/masuk/kunci': takesNothing,
  'POST /petugas/masuk/kunci/mulai': takesNothing,
  'GET /petugas/bukan-saya/:pass': [({ signInPass }) => get(`/petugas/bukan-saya/${signInPass}`)],
  'POST /petugas/bukan-saya/:pass': [({ signInPass }) => form(`/petugas/bukan-saya/${signInPass}`, {})],
  'GET /petugas/akun': asOfficer(() => '/petugas/akun'),
  'GET /petugas/akun/sandi': asOfficer(() => '/petugas/akun/sandi'),
  'POST /petugas/akun/sandi': postAsOfficer(() => '/petugas/akun/sandi'),
  'GET /petugas/akun/aplikasi': asOfficer(() => '/petugas/akun/aplikasi'),
  'POST /petugas/akun/aplikasi': postAsOfficer(() => '/petugas/akun/aplikasi'),
  'POST /petugas/akun/aplikasi/bukti': postAsOfficer(() => '/petugas/akun/aplikasi/bukti', { code: '' }),
  'GET /petugas/akun/kode': asOfficer(() => '/petugas/akun/kode'),
  'POST /petugas/akun/kode': postAsOfficer(() => '/petugas/akun/kode'),
  'GET /petugas/akun/kunci': asOfficer(() => '/petugas/akun/kunci'),
  'POST /petugas/akun/kunci': takesNothing,
  'POST /petugas/akun/kunci/mulai': takesNothing,
  'POST /petugas/akun/kunci/:id/hapus': postAsOfficer(({ dutyId }) => `/petugas/akun/kunci/${dutyId}/hapus`),
  'POST /petugas/akun/sesi/lainnya/akhiri': postAsOfficer(() => '/petugas/akun/sesi/lainnya/akhiri'),
  'POST /petugas/akun/sesi/:id/akhiri': postAsOfficer(({ dutyId }) => `/petugas/akun/sesi/${dutyId}/akhiri`),
  'POST /petugas/pos': [
    ({ post }, own) => form('/petugas/pos', { post }, { cookie: own.session }),
    (brought) => form('/petugas/pos', { post: brought.post }, { cookie: brought.session }),
  ],
  // Ends the session it is shown: the last of all.
  'POST /petugas/keluar': takesNothing,
  'GET /kelola/janji': asOfficer(() => '/kelola/janji?tahun=2026'),
  'GET /kelola/janji/aturan': asOfficer(() => '/kelola/janji/aturan?aturan=clock.verify'),
  'POST /kelola/janji/aturan': postAsOfficer(() => '/kelola/janji/aturan', changedRule),
  'GET /kelola/janji/kalender': asOfficer(() => '/kelola/janji/kalender?tahun=2026'),
  'POST /kelola/janji/kalender': postAsOfficer(() => '/kelola/janji/kalender', changedDay),
  'GET /kelola': asOfficer(() => '/kelola'),
  'GET /kelola/instansi': asOfficer(({ agency }) => `/kelola/instansi?cari=${agency}`),
  'GET /kelola/instansi/baru': asOfficer(() => '/kelola/instansi/baru').slice(2),
  'POST /kelola/instansi/baru': postAsOfficer(() => '/kelola/instansi/baru'),
  'GET /kelola/instansi/:slug': asOfficer(({ agency }) => `/kelola/instansi/${agency}`),
  'POST /kelola/instansi/:slug': postAsOfficer(({ agency }) => `/kelola/instansi/${agency}`, someOffice),
  'POST /kelola/instansi/:slug/tutup': postAsOfficer(({ agency }) => `/kelola/instansi/${agency}/tutup`),
  'GET /kelola/jabatan': asOfficer(({ post }) => `/kelola/jabatan?cari=${post}`),
  'GET /kelola/jabatan/baru': asOfficer(() => '/kelola/jabatan/baru').slice(2),
  'POST /kelola/jabatan/baru': postAsOfficer(() => '/kelola/jabatan/baru'),
  'GET /kelola/jabatan/:slug': asOfficer(({ post }) => `/kelola/jabatan/${post}`),
  'GET /kelola/jabatan/:slug/ubah': asOfficer(({ post }) => `/kelola/jabatan/${post}/ubah`),
  'POST /kelola/jabatan/:slug/ubah': postAsOfficer(({ post }) => `/kelola/jabatan/${post}/ubah`, someOffice),
  'POST /kelola/jabatan/:slug/tutup': postAsOfficer(({ post }) => `/kelola/jabatan/${post}/tutup`),
  'GET /kelola/jabatan/:slug/pemegang': asOfficer(({ post }) => `/kelola/jabatan/${post}/pemegang`).slice(2),
  'POST /kelola/jabatan/:slug/pemegang': postAsOfficer(({ post }) => `/kelola/jabatan/${post}/pemegang`),
  'GET /kelola/jabatan/:slug/pemegang/:id': [
    ...asOfficer(({ post, spanId }) => `/kelola/jabatan/${post}/pemegang/${spanId}`),
    (brought, own) => get(`/kelola/jabatan/${own.post}/pemegang/${brought.spanId}`, { cookie: own.session }),
  ],
  'POST /kelola/jabatan/:slug/pemegang/:id': [
    ...postAsOfficer(({ post, spanId }) => `/kelola/jabatan/${post}/pemegang/${spanId}`),
    (brought, own) => form(`/kelola/jabatan/${own.post}/pemegang/${brought.spanId}`, {}, { cookie: own.session }),
  ],
  'GET /kelola/serah-terima': [
    (brought, own) => get(`/kelola/serah-terima?jabatan=${brought.post}`, { cookie: own.session }),
    (brought) => get(`/kelola/serah-terima?jabatan=${brought.post}`, { cookie: brought.session }),
  ],
  'POST /kelola/serah-terima': [
    (brought, own) => form('/kelola/serah-terima', { jabatan: brought.post }, { cookie: own.session }),
    (brought) => form('/kelola/serah-terima', { jabatan: brought.post }, { cookie: brought.session }),
  ],
  'GET /kelola/serah-terima/:id': asOfficer(({ handoverId }) => `/kelola/serah-terima/${handoverId}`),
  'GET /kelola/perubahan': asOfficer(() => '/kelola/perubahan'),
  'POST /kelola/perubahan/:id/batalkan': postAsOfficer(
    ({ cityEventId }) => `/kelola/perubahan/${cityEventId}/batalkan`,
  ),
  'GET /petugas/ui': asOfficer(() => '/petugas/ui'),
  'GET /petugas/kabar': [
    ...asOfficer(() => '/petugas/kabar'),
    ...asOfficer(({ filedAt, noticeId }) => `/petugas/kabar?sesudah=${filedAt.getTime()}.${noticeId}`),
    ({ post }, own) => get('/petugas/kabar', { cookie: `${own.session}; post=${post}` }),
  ],
  'POST /petugas/kabar/dibaca': [
    ({ noticeId }, own) => form('/petugas/kabar/dibaca', { kabar: noticeId }, { cookie: own.session }),
    ({ noticeId, session }) => form('/petugas/kabar/dibaca', { kabar: noticeId }, { cookie: session }),
  ],
  'POST /petugas/kabar': postAsOfficer(() => '/petugas/kabar', { delivery: 'none', language: 'en' }),
  'GET /kelola/surat': asOfficer(() => '/kelola/surat'),
  'GET /kelola/surat/ubah': asOfficer(() => '/kelola/surat/ubah?bagian=happened.filed'),
  'POST /kelola/surat/ubah': postAsOfficer(() => '/kelola/surat/ubah', someWording),
  'POST /kelola/surat/kembali': postAsOfficer(() => '/kelola/surat/kembali', { version: '1', seen: '0' }),
  'GET /kelola/piket': asOfficer(() => '/kelola/piket'),
  'POST /kelola/piket': [
    ({ post }, own) => form('/kelola/piket', { ...night, post }, { cookie: own.session }),
    ({ post, session }) => form('/kelola/piket', { ...night, post }, { cookie: session }),
  ],
  'GET /kelola/siap': asOfficer(() => '/kelola/siap'),
  'POST /kelola/siap/:item': postAsOfficer(() => '/kelola/siap/agencies', { confirmed: 'yes' }),
  'POST /kelola/siap/buka': postAsOfficer(() => '/kelola/siap/buka', { reason: 'Uji pagar.' }),
  'GET /petugas/surat-latihan': asOfficer(() => '/petugas/surat-latihan'),
  'POST /kelola/piket/:id/hapus': postAsOfficer(({ dutyId }) => `/kelola/piket/${dutyId}/hapus`),
  'GET /kelola/kesehatan': asOfficer(() => '/kelola/kesehatan'),
  'GET /kelola/kunci': asOfficer(() => '/kelola/kunci'),
  'POST /kelola/kunci': [
    ({ post }, own) => form('/kelola/kunci', { ...someKey, post }, { cookie: own.session }),
    ({ post, session }) => form('/kelola/kunci', { ...someKey, post }, { cookie: session }),
  ],
  'POST /kelola/kunci/:id/cabut': postAsOfficer(({ keyId }) => `/kelola/kunci/${keyId}/cabut`),
  'GET /kelola/orang': asOfficer(() => '/kelola/orang'),
  'POST /kelola/orang': [
    ({ post }, own) => form('/kelola/orang', { ...somebody, post }, { cookie: own.session }),
    ({ post, session }) => form('/kelola/orang', { ...somebody, post }, { cookie: session }),
  ],
  'POST /kelola/orang/undangan/:id/batal': postAsOfficer(
    ({ invitationId }) => `/kelola/orang/undangan/${invitationId}/batal`,
  ),
  'POST /kelola/orang/undangan/:id/lagi': postAsOfficer(
    ({ invitationId }) => `/kelola/orang/undangan/${invitationId}/lagi`,
  ),
  'GET /kelola/orang/impor': asOfficer(() => '/kelola/orang/impor'),
  'POST /kelola/orang/impor': postAsOfficer(() => '/kelola/orang/impor'),
  'GET /kelola/orang/impor/unduh/:file': asOfficer(() => '/kelola/orang/impor/unduh/daftar.csv'),
  'GET /kelola/orang/impor/:id': asOfficer(({ batchId }) => `/kelola/orang/impor/${batchId}`),
  'POST /kelola/orang/impor/:id': postAsOfficer(({ batchId }) => `/kelola/orang/impor/${batchId}`),
  'GET /kelola/orang/:userId': asOfficer(({ userId }) => `/kelola/orang/${userId}`),
  'POST /kelola/orang/:userId/lepas-faktor': postAsOfficer(({ userId }) => `/kelola/orang/${userId}/lepas-faktor`),
  'POST /kelola/orang/:userId/akhiri': postAsOfficer(({ userId }) => `/kelola/orang/${userId}/akhiri`),
  'GET /kelola/pekerjaan': [(brought) => get('/kelola/pekerjaan', { cookie: brought.session })],
  'POST /kelola/pekerjaan/:id': postAsOfficer(({ jobId }) => `/kelola/pekerjaan/${jobId}`),
  'GET /laporan/:number/ikuti': [
    ({ number }) => get(`/laporan/${number}/ikuti`),
    ({ hiddenNumber }) => get(`/laporan/${hiddenNumber}/ikuti`),
  ],
  'POST /laporan/:number/ikuti': [
    ({ number, email }) => form(`/laporan/${number}/ikuti`, { email }),
    ({ hiddenNumber, email }) => form(`/laporan/${hiddenNumber}/ikuti`, { email }),
  ],
  'GET /ikuti/:pass': [
    ({ followPass }) => get(`/ikuti/${followPass}`),
    ({ unfollowPass }) => get(`/ikuti/${unfollowPass}`),
  ],
  'POST /ikuti/:pass': [
    ({ followPass }) => form(`/ikuti/${followPass}`, {}),
    ({ contactPass }) => form(`/ikuti/${contactPass}`, {}),
  ],
  'GET /ikuti/berhenti/:pass': [({ unfollowPass }) => get(`/ikuti/berhenti/${unfollowPass}`)],
  'POST /ikuti/berhenti/:pass': [
    ({ unfollowPass }) => form(`/ikuti/berhenti/${unfollowPass}`, {}),
    ({ followPass }) => form(`/ikuti/berhenti/${followPass}`, {}),
  ],
  'GET /surat/berhenti/:pass': [
    ({ addressPass }) => get(`/surat/berhenti/${addressPass}`),
    ({ followPass }) => get(`/surat/berhenti/${followPass}`),
  ],
  'POST /surat/berhenti/:pass': [
    ({ addressPass }) => form(`/surat/berhenti/${addressPass}`, { 'List-Unsubscribe': 'One-Click' }),
    ({ addressPass }) => form(`/surat/berhenti/${addressPass}`, { apa: 'stop_address' }),
    ({ addressPass }) => form(`/surat/berhenti/${addressPass}`, { apa: 'resume_address' }),
    ({ noticesPass }) => form(`/surat/berhenti/${noticesPass}`, { apa: 'stop_address' }),
  ],
  'GET /lacak/:number/pemberitahuan': [
    ({ number, claimCookie: pass }) => get(`/lacak/${number}/pemberitahuan`, claimCookie(pass)),
    ({ claimCookie: pass }, own) => get(`/lacak/${own.number}/pemberitahuan`, claimCookie(pass)),
    ({ number }, own) => get(`/lacak/${number}/pemberitahuan`, claimCookie(own.claimCookie)),
  ],
  'POST /lacak/:number/pemberitahuan': (['save', 'stop', 'resume'] as const).flatMap((apa): readonly Probe[] => [
    ({ number, claimCookie: pass }) =>
      form(`/lacak/${number}/pemberitahuan`, { ...someChoice, apa }, claimCookie(pass)),
    ({ claimCookie: pass }, own) =>
      form(`/lacak/${own.number}/pemberitahuan`, { ...someChoice, apa }, claimCookie(pass)),
    ({ number }, own) => form(`/lacak/${number}/pemberitahuan`, { ...someChoice, apa }, claimCookie(own.claimCookie)),
  ]),
  'GET /pemberitahuan/:pass': [
    ({ noticesPass }) => get(`/pemberitahuan/${noticesPass}`),
    ({ unfollowPass }) => get(`/pemberitahuan/${unfollowPass}`),
  ],
  'POST /pemberitahuan/:pass': [
    ...(['stop_address', 'resume_address', 'save', 'stop', 'resume'] as const).map(
      (apa): Probe =>
        ({ noticesPass }) =>
          form(`/pemberitahuan/${noticesPass}`, { ...someChoice, apa }),
    ),
    ({ noticesPass }) => form(`/pemberitahuan/${noticesPass}`, { 'List-Unsubscribe': 'One-Click' }),
    ({ noticesPass }) => form(`/pemberitahuan/${noticesPass}`, { apa: 'resume' }),
    ({ followPass }) => form(`/pemberitahuan/${followPass}`, { apa: 'stop' }),
  ],
  'GET /lacak/:number/kontak': [
    ({ number, claimCookie: pass }) => get(`/lacak/${number}/kontak`, claimCookie(pass)),
    ({ claimCookie: pass }, own) => get(`/lacak/${own.number}/kontak`, claimCookie(pass)),
    ({ number }, own) => get(`/lacak/${number}/kontak`, claimCookie(own.claimCookie)),
  ],
  'POST /lacak/:number/kontak': [
    ({ number, claimCookie: pass }) => form(`/lacak/${number}/kontak`, { name: 'Uji.' }, claimCookie(pass)),
    ({ claimCookie: pass }, own) => form(`/lacak/${own.number}/kontak`, { name: 'Uji.' }, claimCookie(pass)),
    ({ number }, own) => form(`/lacak/${number}/kontak`, { name: 'Uji.' }, claimCookie(own.claimCookie)),
  ],
  'GET /ganti-kontak/:pass': [({ contactPass }) => get(`/ganti-kontak/${contactPass}`)],
  'POST /ganti-kontak/:pass': [
    ({ contactPass }) => form(`/ganti-kontak/${contactPass}`, {}),
    ({ contactBackPass }) => form(`/ganti-kontak/${contactBackPass}`, {}),
  ],
  'GET /ganti-kontak/batal/:pass': [({ contactBackPass }) => get(`/ganti-kontak/batal/${contactBackPass}`)],
  'POST /ganti-kontak/batal/:pass': [
    ({ contactBackPass }) => form(`/ganti-kontak/batal/${contactBackPass}`, {}),
    ({ contactBackPass }) => form(`/ganti-kontak/batal/${contactBackPass}`, { apa: 'take_back', kode: '12345678' }),
    ({ contactBackPass }) => form(`/ganti-kontak/batal/${contactBackPass}`, { apa: 'disown' }),
    ({ contactPass }) => form(`/ganti-kontak/batal/${contactPass}`, {}),
  ],
};

/** The right password of an officer of another city opens the door of the house, and no room in this city. */
export const rightPassword = ({ login }: Holdings): InjectOptions => form('/petugas/masuk', { login, password });
