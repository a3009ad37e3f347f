import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { permissions } from '../../domain/permission.ts';
import { roles } from '../../domain/role.ts';
import { uuid7 } from '../../platform/db/uuid7.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { setNotices } from '../../store/notice-setting.ts';
import { textFor } from '../../ui/texts/text.ts';
import { tasksOf } from '../../worker.ts';
import { workOnPicture } from '../../testing/work-on-picture.ts';
import { takeLetters } from '../invite-staff/testing/letters.ts';
import { codeOf, newOfficer, password, signedIn, type Fields, type Officer } from '../sign-in/testing/officer.ts';
import { rightsOf } from './post-props.ts';

let site: TestSite;
let city: Tenant;
let admin: Officer;
let stranger: Officer;

beforeAll(async () => {
  site = await startTestSite();
  [city] = site.cities;
  admin = await signedIn(site, city, 'admin-kota');
  stranger = await signedIn(site, site.cities[1], 'admin-kota');
});
afterAll(() => site.close());

const hiddenIn = (page: string, action: string): Fields => {
  const form = new RegExp(`<form[^>]*action="${action}"[\\s\\S]*?</form>`).exec(page)?.[0] ?? '';
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]));
};

/** Opens a page, fills its form, sends it. */
const send = async (page: string, action: string, typed: Fields, who: Officer = admin) => {
  site.clock.advance(1_000);
  const hidden = hiddenIn((await who.get(page)).body, action);
  return who.post(action, { ...hidden, ...typed });
};

const slugOf = (page: string, kind: 'instansi' | 'jabatan', name: string): string =>
  new RegExp(`href="/kelola/${kind}/([a-z0-9-]+)">${name}<`).exec(page)?.[1] ?? '';

const addPost = async (name: string, more: Fields = {}): Promise<string> => {
  await send('/kelola/jabatan/baru', '/kelola/jabatan/baru', {
    name,
    agency: 'dinas-lh',
    roles: 'agency_officer',
    ...more,
  });
  return slugOf((await admin.get('/kelola/jabatan')).body, 'jabatan', name);
};

const undoFirst = async (): Promise<{ readonly statusCode: number; readonly body: string }> => {
  site.clock.advance(1_000);
  const action =
    /action="(\/kelola\/perubahan\/[0-9a-f-]+\/batalkan)"/.exec((await admin.get('/kelola/perubahan')).body)?.[1] ?? '';
  return admin.post(action);
};

const workOff = async (): Promise<void> => {
  const handovers = await site.laksa.database.inTenant(city.id, (tx) =>
    tx.selectFrom('post_handover').select('id').where('tenant_id', '=', city.id).execute(),
  );
  const task = tasksOf({ ...site.laksa, sendMail: async () => undefined, workOnPicture })['hand-over-work'];
  for (const { id } of handovers)
    await task?.run(
      { tenantId: city.id, handoverId: id },
      { jobId: '1', attempts: 1, signal: new AbortController().signal },
    );
};

const wantsNoLetters = async (login: string): Promise<void> => {
  const userId = (await site.sessions.userOf(login)) ?? '';
  await site.laksa.database.inTenant(city.id, (tx) =>
    setNotices(tx, { tenantId: city.id, userId }, { delivery: 'none', language: 'id' }),
  );
};

const assigned = async (officer: string): Promise<string> => {
  const { number } = await fileSample(site.laksa, city);
  const read = await readCity(site.laksa, city);
  const categoryId = read.categories.find(({ slug }) => slug === 'jalan-rusak')?.id ?? '';
  const worker = read.posts.find(({ slug }) => slug === officer);
  const verify = { move: 'verify', class: 'complaint', categoryId, publish: { photos: [] } } as const;
  await moved(site.laksa, city, { number, by: 'verifikator', command: verify });
  const assign = { move: 'assign', postId: worker?.id ?? '', agencyId: worker?.agencyId ?? '' } as const;
  await moved(site.laksa, city, { number, by: 'koordinator', command: assign });
  return number;
};

describe('the first page of the administration', () => {
  it('leads to everything there is, and says what waits', async () => {
    await assigned('petugas-pupr');
    const page = (await admin.get('/kelola')).body;
    for (const path of ['instansi', 'jabatan', 'serah-terima', 'perubahan', 'janji', 'surat', 'piket', 'pekerjaan'])
      expect(page).toContain(`href="/kelola/${path}"`);
    expect(page).toContain('>Petugas penghubung Dinas PUPR</a>: 1 laporan terbuka');
    expect(page).toContain('Instansi yang menerima laporan menurut kategori, tanpa pemegang jabatan');
    expect((await admin.get('/kelola?lang=en')).body).toContain(': 1 open report<');
    await admin.get('/kelola?lang=id');
  });
});

describe('an agency', () => {
  it('is added, found by its short name, renamed, and its rename taken back', async () => {
    const typed = { name: 'Dinas Pertamanan', shortName: 'Distaman', kind: 'opd', areaCode: '' };
    const added = await send('/kelola/instansi/baru', '/kelola/instansi/baru', typed);
    expect([added.statusCode, added.headers.location]).toEqual([303, '/kelola/instansi?selesai=tersimpan']);
    const found = (await admin.get('/kelola/instansi?cari=distaman')).body;
    const slug = slugOf(found, 'instansi', 'Dinas Pertamanan');
    expect(slug).toBe('distaman');
    expect((await admin.get('/instansi?cari=distaman')).body).toContain('Dinas Pertamanan');
    const path = `/kelola/instansi/${slug}`;
    expect((await send(path, path, { ...typed, name: 'Dinas Taman Kota' })).statusCode).toBe(303);
    const changes = (await admin.get('/kelola/perubahan?tentang=agency')).body;
    expect(changes).toContain('Nama: Dinas Pertamanan menjadi Dinas Taman Kota');
    expect(changes).toContain('Petugas Contoh, Administrator kota');
    expect((await undoFirst()).statusCode).toBe(303);
    expect((await admin.get(path)).body).toContain('value="Dinas Pertamanan"');
    expect((await admin.get('/kelola/perubahan')).body).toContain('Sudah dibatalkan');
  });

  it('of a kecamatan needs its area, and what was typed stays', async () => {
    const typed = { name: 'Kecamatan Uji', shortName: '', kind: 'kecamatan', areaCode: '99.99.99' };
    const refused = await send('/kelola/instansi/baru', '/kelola/instansi/baru', typed);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Kode wilayah: Isian ini tidak kami kenali.');
    expect(refused.body).toContain('value="Kecamatan Uji"');
  });

  it('is not closed while a post of it is open, and says which', async () => {
    const refused = await send('/kelola/instansi/dinas-lh', '/kelola/instansi/dinas-lh/tutup', {});
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('Jabatan instansi ini masih terbuka: ');
  });

  it('is not overwritten by who had opened an older page: both see how it stands', async () => {
    const path = '/kelola/instansi/bpbd';
    const seen = hiddenIn((await admin.get(path)).body, path);
    const typed = { name: 'BPBD Kota', shortName: '', kind: 'opd', areaCode: '' };
    expect((await send(path, path, typed)).statusCode).toBe(303);
    const late = await admin.post(path, { ...seen, ...typed, name: 'Badan Bencana' });
    expect(late.statusCode).toBe(412);
    expect(late.body).toContain('Orang lain mengubahnya');
    expect(late.body).toContain('<dd>BPBD Kota</dd>');
    expect(late.body).toContain('value="Badan Bencana"');
    expect((await admin.post(path, { ...hiddenIn(late.body, path), ...typed, name: 'Badan Bencana' })).statusCode).toBe(
      303,
    );
  });

  it('of another city is not there', async () => {
    await send('/kelola/instansi/baru', '/kelola/instansi/baru', {
      name: 'Hanya Kota Satu',
      shortName: '',
      kind: 'opd',
      areaCode: '',
    });
    expect((await stranger.get('/kelola/instansi/hanya-kota-satu')).statusCode).toBe(404);
    expect((await stranger.post('/kelola/instansi/hanya-kota-satu/tutup')).statusCode).toBe(404);
    expect((await stranger.get('/kelola/perubahan')).body).not.toContain('Hanya Kota Satu');
  });
});

describe('a post', () => {
  it('has a sentence for every permission, in both languages, whatever its roles', () => {
    for (const language of ['id', 'en'] as const)
      for (const role of roles) {
        const { may, mayNot } = rightsOf(textFor(language), [role]);
        expect(new Set([...may, ...mayNot]).size).toBe(permissions.length + 1);
        expect([...may, ...mayNot].filter((sentence) => !/^[A-Z].*[.]$/.test(sentence))).toEqual([]);
      }
  });

  it('is added once, and roles that should be in two hands are warned of', async () => {
    const page = (await admin.get('/kelola/jabatan/baru')).body;
    const typed = {
      ...hiddenIn(page, '/kelola/jabatan/baru'),
      name: 'Dua tangan',
      agency: 'dinas-lh',
      roles: ['agency_officer', 'validator'],
    };
    for (let times = 0; times < 2; times += 1)
      expect((await admin.post('/kelola/jabatan/baru', typed)).statusCode).toBe(303);
    const list = (await admin.get('/kelola/jabatan?cari=dua+tangan')).body;
    expect(list.match(/>Dua tangan</g)).toHaveLength(1);
    const shown = (await admin.get('/kelola/jabatan/dua-tangan')).body;
    expect(shown).toContain('Pemisahan tugas');
    expect(shown).toContain('tidak dapat menyetujui jawabannya sendiri');
    expect(shown).toContain('Membaca laporan rahasia.');
  });

  it('and an agency of a name that several hands give at once each get an address of their own', async () => {
    const typed = { name: 'Serentak', shortName: '', kind: 'opd', areaCode: '', agency: '', roles: 'ombudsman' };
    for (const path of ['/kelola/jabatan/baru', '/kelola/instansi/baru']) {
      const ids = Array.from({ length: 6 }, () => uuid7(city.clock.now()));
      const answers = await Promise.all(ids.map((id) => admin.post(path, { ...typed, id })));
      expect(answers.map(({ statusCode }) => statusCode)).toEqual(ids.map(() => 303));
    }
  });

  it('needs a name, a role, and an agency where it works for one', async () => {
    const refused = await send('/kelola/jabatan/baru', '/kelola/jabatan/baru', {
      name: '',
      agency: '',
      roles: 'field_crew',
    });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Ada 2 hal yang perlu diperbaiki');
  });

  it('that does what nobody else does stays, and so does who administers the city', async () => {
    const lastRole = await send('/kelola/jabatan/koordinator', '/kelola/jabatan/koordinator/tutup', {});
    expect([lastRole.statusCode, lastRole.body.includes('Tidak ada jabatan lain dengan peran Koordinator')]).toEqual([
      409,
      true,
    ]);
    const own = await send('/kelola/jabatan/admin-kota', '/kelola/jabatan/admin-kota/tutup', {});
    expect([own.statusCode, own.body.includes('administrator kota terakhir')]).toEqual([409, true]);
    const path =
      /href="(\/kelola\/jabatan\/admin-kota\/pemegang\/[0-9a-f-]+)"/.exec(
        (await admin.get('/kelola/jabatan/admin-kota')).body,
      )?.[1] ?? '';
    for (const typed of [{ step: 'end' }, { until: '2026-12-31' }]) {
      const ended = await send(path, path, typed);
      expect([ended.statusCode, ended.body.includes('administrator kota terakhir')]).toEqual([409, true]);
    }
  });
});

describe('who holds a post', () => {
  it('begins and ends by itself on the days that were said, and a deputy is marked as one', async () => {
    const slug = await addPost('Petugas taman');
    const deputy = await newOfficer(site, city, ['petugas-kesehatan'], 'wakil');
    const action = `/kelola/jabatan/${slug}/pemegang`;
    const added = await send(action, action, {
      person: deputy.userId,
      from: '2026-11-25',
      until: '2026-11-27',
      acting: 'plt',
    });
    expect(added.statusCode).toBe(303);
    const told = (await takeLetters(site)).filter(({ to }) => to === 'wakil@petugas.invalid');
    expect(told.map(({ text }) => text.replaceAll(/\s+/g, ' '))).toEqual([
      expect.stringContaining('Plt. Petugas taman sejak 25 November 2026 sampai 27 November 2026.'),
    ]);
    const page = (await admin.get(`/kelola/jabatan/${slug}`)).body;
    expect(page).toContain('25 November 2026 (akan datang)');
    expect(page).toContain('Plt. (pelaksana tugas, selama jabatan kosong)');
    await deputy.post('/petugas/masuk', { login: deputy.login, password });
    await deputy.post('/petugas/masuk/kode', { code: codeOf(deputy) });
    const before = (await deputy.get('/petugas')).body;
    expect(before).not.toContain('Petugas taman');
    site.clock.set('2026-11-24T17:00:00.000Z');
    await deputy.post('/petugas/pos', { post: slug });
    expect((await deputy.get('/petugas')).body).toContain('Bertugas sebagai Plt. Petugas taman');
    expect((await admin.get('/kelola')).body).toContain('Petugas Contoh: berakhir 27 November 2026');
    site.clock.set('2026-11-27T17:00:00.000Z');
    expect((await deputy.get('/petugas')).body).not.toContain('Petugas taman');
    expect((await admin.get(`/kelola/jabatan/${slug}`)).body).toContain('sudah berakhir');
  });

  it.each([
    [{ person: '' }, 'Orang: Bagian ini perlu diisi.'],
    [{ person: 'nobody-here' }, 'Orang: Isian ini tidak kami kenali.'],
    [{ from: '2026-11-01' }, 'Mulai: Tanggalnya sudah lewat.'],
    [{ until: '2026-11-01' }, 'Hari terakhir: Hari terakhir tidak boleh sebelum hari mulai.'],
    [{ acting: 'plh' }, 'Hari terakhir: Plt. dan Plh. memerlukan hari terakhir.'],
    [{ until: '31-12-2026' }, 'Hari terakhir: Bukan tanggal.'],
  ])('is refused with %j, and what was typed stays', async (wrong, words) => {
    const action = '/kelola/jabatan/petugas-lh/pemegang';
    const refused = await send(action, action, { person: admin.userId, from: '', until: '', acting: '', ...wrong });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain(words);
  });

  it('is nobody known to another city alone', async () => {
    const action = '/kelola/jabatan/petugas-lh/pemegang';
    expect((await admin.get(action)).body).not.toContain(stranger.login);
    expect((await send(action, action, { person: stranger.userId })).statusCode).toBe(422);
  });

  it('is signed out at once when it ends now', async () => {
    const officer = await signedIn(site, city, 'petugas-rsud');
    expect((await officer.get('/petugas')).statusCode).toBe(200);
    const path =
      /href="(\/kelola\/jabatan\/petugas-rsud\/pemegang\/[0-9a-f-]+)"/.exec(
        (await admin.get('/kelola/jabatan/petugas-rsud')).body,
      )?.[1] ?? '';
    expect((await send(path, path, { step: 'end' })).statusCode).toBe(303);
    expect((await officer.get('/petugas')).headers.location).toMatch(/^\/petugas\/masuk/);
  });
});

describe('a handover', () => {
  it('hands on all of a leaver in one go, once, shows how far it is, and is taken back', async () => {
    const leaver = await newOfficer(site, city, ['petugas-perhubungan', 'petugas-loket'], 'pindah');
    const heir = await newOfficer(site, city, ['petugas-sosial'], 'penerus');
    const next = await addPost('Petugas jalan', { agency: 'dinas-perhubungan' });
    const numbers: string[] = [];
    for (let count = 0; count < 3; count += 1) numbers.push(await assigned('petugas-perhubungan'));
    const path = `/kelola/serah-terima?orang=${leaver.userId}`;
    const form = (await admin.get(path)).body;
    expect(form).toContain('3 laporan terbuka, yang pertama jatuh tempo');
    expect(form).toContain('tidak ada orang lain yang memegangnya');
    const chosen = {
      ...hiddenIn(form, '/kelola/serah-terima'),
      'next.petugas-perhubungan': `post:${next}`,
      'next.petugas-loket': `person:${heir.userId}`,
      lastDay: '',
    };
    const receiver = await newOfficer(site, city, [next], 'penerima');
    await newOfficer(site, city, [next], 'tak.mau');
    await wantsNoLetters('tak.mau');
    await takeLetters(site);
    const preview = (await admin.post('/kelola/serah-terima', { ...chosen, step: 'preview' })).body;
    expect(preview).toContain('3 laporan terbuka pindah dari Petugas penghubung Dinas Perhubungan ke Petugas jalan');
    expect(preview).toContain('Petugas Contoh memegang Petugas loket dan telepon sesudahnya.');
    expect(preview).toContain('berhenti memegang');
    const hidden = hiddenIn(preview, '/kelola/serah-terima');
    const saved = await admin.post('/kelola/serah-terima', { ...hidden, step: 'save' });
    expect(saved.statusCode).toBe(303);
    const again = await admin.post('/kelola/serah-terima', { ...hidden, step: 'save' });
    expect(again.statusCode).toBe(303);
    const progress = String(saved.headers.location);
    expect((await admin.get(progress)).body).toContain('0 dari 3 laporan sudah dipindahkan.');
    const [put, ...others] = await takeLetters(site);
    expect([put?.to, put?.subject, others]).toEqual([
      `${heir.login}@petugas.invalid`,
      'Jabatan Anda: Petugas loket dan telepon',
      [],
    ]);
    for (let times = 0; times < 2; times += 1) await workOff();
    const told = await takeLetters(site);
    expect(told.map(({ to }) => to)).toEqual([`${receiver.login}@petugas.invalid`]);
    expect(told[0]?.subject).toBe('Pekerjaan dipindahkan ke Petugas jalan');
    expect(told[0]?.text.replaceAll(/\s+/g, ' ')).toContain(
      '3 laporan yang tadinya dikerjakan Petugas penghubung Dinas Perhubungan sekarang dikerjakan Petugas jalan',
    );
    expect((await admin.get(progress)).body).toContain('3 dari 3 laporan sudah dipindahkan.');
    expect((await stranger.get(progress)).statusCode).toBe(404);
    const holder = await site.laksa.database.inTenant(city.id, (tx) =>
      tx
        .selectFrom('report as r')
        .innerJoin('post as p', (join) =>
          join.onRef('p.tenant_id', '=', 'r.tenant_id').onRef('p.id', '=', 'r.holder_post_id'),
        )
        .select('p.slug')
        .where('r.tenant_id', '=', city.id)
        .where('r.number', 'in', numbers)
        .execute(),
    );
    expect(holder.map(({ slug }) => slug)).toEqual([next, next, next]);
    expect((await admin.get('/kelola/jabatan/petugas-loket')).body).toContain('sudah berakhir');
    const changes = (await admin.get('/kelola/perubahan')).body;
    const undo =
      /Jabatan Petugas penghubung Dinas Perhubungan diserahterimakan[\s\S]*?action="([^"]+)"/.exec(changes)?.[1] ?? '';
    site.clock.advance(1_000);
    expect((await admin.post(undo)).statusCode).toBe(303);
    await workOff();
    const back = (await admin.get('/kelola/jabatan/petugas-perhubungan')).body;
    expect(back).toContain('Jabatan ini memegang 3 laporan terbuka.');
  });

  it('that would take the last administrator changes nothing at all', async () => {
    const path = `/kelola/serah-terima?orang=${admin.userId}`;
    const refused = await send(path, '/kelola/serah-terima', { step: 'save', lastDay: '' });
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('administrator kota terakhir');
  });

  it('of nobody known here is not there', async () => {
    for (const query of [`orang=${stranger.userId}`, 'orang=x', 'jabatan=tidak-ada'])
      expect((await admin.get(`/kelola/serah-terima?${query}`)).statusCode).toBe(404);
  });
});
