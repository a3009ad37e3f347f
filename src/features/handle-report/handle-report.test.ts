import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fileSample, moveSample } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { openBrowser, signedIn, type Fields, type Officer } from '../sign-in/testing/officer.ts';
import { formInPage } from './testing/form-in-page.ts';

let site: TestSite;
const officers = new Map<string, Officer>();
beforeAll(async () => {
  site = await startTestSite();
});
afterAll(() => site.close());

/** One officer of the first city for each post, signed in once. */
const at = async (post: string): Promise<Officer> => {
  const known = officers.get(post) ?? (await signedIn(site, site.cities[0], post));
  officers.set(post, known);
  return known;
};

const pathOf = (number: string) => `/petugas/laporan/${number}`;

/** Opens the report, fills in the form of a move and sends it. */
const move = async (post: string, number: string, name: string, typed: Fields = {}) => {
  const officer = await at(post);
  const page = await officer.get(pathOf(number));
  const form = formInPage(page.body, `${pathOf(number)}/${name}`);
  if (form === null) throw new Error(`${post} has no form for ${name}`);
  return officer.post(`${pathOf(number)}/${name}`, { ...form, ...typed });
};

const rowOf = async (number: string) => {
  const [city] = site.cities;
  return site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('report')
      .select(['state', 'version', 'publication', 'public_title', 'public_description'])
      .where('tenant_id', '=', city.id)
      .where('number', '=', number)
      .executeTakeFirstOrThrow(),
  );
};

const verification = {
  class: 'complaint',
  category: 'jalan-rusak',
  publish: 'public',
  publish_title: 'Jalan berlubang',
  publish_description: 'Ada lubang besar di depan sekolah.',
};

describe('what the words of a report suggest', () => {
  const filing = {
    description: 'PJU padam, kelurahan Jatiuwung gelap sekali',
    title: '',
    place: 'Jalan Kutilang 3',
  };

  it('is chosen beforehand where the reporter chose nothing, and said to be a suggestion', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0], filing);
    const page = (await (await at('verifikator')).get(pathOf(number))).body;
    const form = formInPage(page, `${pathOf(number)}/verify`);
    expect(form).toMatchObject({ category: 'lampu-jalan', village: '36.71.09.1006' });
    expect(page.match(/Usul dari kata-kata laporan/g)?.length).toBe(2);
    const villageCode = '36.71.01.1001';
    const { number: chosen } = await fileSample(site.laksa, site.cities[0], { ...filing, villageCode });
    const kept = formInPage((await (await at('verifikator')).get(pathOf(chosen))).body, `${pathOf(chosen)}/verify`);
    expect(kept).toMatchObject({ village: villageCode });
  });

  it('is that another says the same of the same place: who may merge is shown it', async () => {
    const words = { description: 'Got mampet di ujung gang', place: 'Gang Kelinci' };
    const first = await fileSample(site.laksa, site.cities[0], words);
    const secret = await fileSample(site.laksa, site.cities[0], { ...words, isSecret: true });
    const elsewhere = await fileSample(site.laksa, site.cities[0], { ...words, place: 'Gang Kancil' });
    const second = await fileSample(site.laksa, site.cities[0], { ...words, place: 'gang kelinci.' });
    const page = (await (await at('verifikator')).get(pathOf(second.number))).body;
    const section = /<section aria-labelledby="same">[\s\S]*?<\/section>/.exec(page)?.[0] ?? '';
    expect(section).toContain(pathOf(first.number));
    for (const { number } of [secret, elsewhere, second]) expect(section).not.toContain(number);
    expect((await (await at('verifikator')).get(pathOf(secret.number))).body).not.toContain('aria-labelledby="same"');
    expect((await (await at('ruang-kendali')).get(pathOf(second.number))).body).not.toContain('aria-labelledby="same"');
  });
});

describe('a report on its way through the pages', () => {
  it('is verified, assigned, accepted, answered and approved, each by its own form', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    const steps = [
      ['verifikator', 'verify', verification, 'verified'],
      ['koordinator', 'assign', {}, 'assigned'],
      ['petugas-pupr', 'accept', { message: 'Tim datang besok.' }, 'in_progress'],
      ['petugas-pupr', 'answer', { message: 'Lubang sudah ditambal.' }, 'answered'],
      ['validator', 'approve', { checks: ['question_answered', 'words_are_clear'] }, 'resolved'],
    ] as const;
    for (const [post, name, typed, state] of steps) {
      const made = await move(post, number, name, typed);
      expect([name, made.statusCode, made.headers.location]).toEqual([name, 303, `${pathOf(number)}?selesai=${name}`]);
      expect((await rowOf(number)).state).toBe(state);
      if (name !== 'answer') continue;
      const asked = (await (await at('validator')).get(pathOf(number))).body
        .split(`action="${pathOf(number)}/approve"`)[1]
        ?.split('</form>')[0];
      expect(asked).toContain('Lubang sudah ditambal.');
    }
    expect(await rowOf(number)).toMatchObject({
      publication: 'public',
      public_title: 'Jalan berlubang',
      public_description: 'Ada lubang besar di depan sekolah.',
    });
    const page = await (await at('verifikator')).get(`${pathOf(number)}?selesai=verify`);
    for (const words of [
      'Ada lubang besar di depan sekolah. Anak-anak jatuh.',
      'Lubang sudah ditambal.',
      'Tim datang besok.',
      'Validator jawaban',
      'Tersimpan: Verifikasi.',
    ])
      expect(page.body).toContain(words);
  });

  it('is approved in all its parts: the validator reads what every agency has answered', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    const steps: readonly (readonly [string, string, Fields])[] = [
      ['verifikator', 'verify', verification],
      ['koordinator', 'assign', { agency: 'dinas-pupr' }],
      ['koordinator', 'assign', { agency: 'dinas-lh' }],
      ['petugas-pupr', 'accept', {}],
      ['petugas-lh', 'accept', {}],
      ['petugas-pupr', 'answer', { message: 'Sudah.' }],
      ['petugas-lh', 'answer', { message: 'Sudah juga.' }],
      ['validator', 'send_back', { reason: 'words_unclear', message: 'Apa yang sudah?' }],
      ['petugas-pupr', 'answer', { message: 'Lubang sudah ditambal.' }],
      ['petugas-lh', 'answer', { message: 'Puing sudah diangkut.' }],
    ];
    for (const [post, name, typed] of steps)
      expect([name, (await move(post, number, name, typed)).statusCode]).toEqual([name, 303]);
    const form = (await (await at('validator')).get(pathOf(number))).body
      .split(`action="${pathOf(number)}/approve"`)[1]
      ?.split('</form>')[0];
    expect(form).toContain('Lubang sudah ditambal.\n\nPuing sudah diangkut.');
    expect(form).not.toContain('Sudah juga.');
  });

  it('is proposed by one verifier and rejected by another, who finds the reason filled in', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    await move('verifikator', number, 'reject', { reason: 'too_general', message: 'Tempatnya tidak disebut.' });
    expect((await rowOf(number)).state).toBe('received');
    const second = await (await at('verifikator-2')).get(pathOf(number));
    expect(formInPage(second.body, `${pathOf(number)}/reject`)).toMatchObject({ reason: 'too_general' });
    expect(
      formInPage((await (await at('verifikator')).get(pathOf(number))).body, `${pathOf(number)}/reject`),
    ).toBeNull();
    expect((await move('verifikator-2', number, 'reject', { message: 'Tempatnya tidak disebut.' })).statusCode).toBe(
      303,
    );
    expect((await rowOf(number)).state).toBe('rejected');
  });

  it('says of a proposed rejection that a second officer must agree', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    const answer = await move('verifikator', number, 'reject', { reason: 'prank', message: 'Isinya lelucon.' });
    const page = await (await at('verifikator')).get(String(answer.headers.location));
    expect(page.body).toContain('kalau petugas kedua menyetujuinya');
    expect(page.body).not.toContain('Tersimpan: Nyatakan tidak dapat diproses');
  });

  it('that a move took out of one’s hands is said to be saved, in the queue, not to be missing', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    await move('verifikator', number, 'verify', verification);
    await move('koordinator', number, 'assign', { agency: 'dinas-lh' });
    const officer = await at('petugas-lh');
    const answer = await move('petugas-lh', number, 'return_to_coordinator', {
      reason: 'not_our_task',
      message: 'Ini jalan, bukan taman.',
    });
    const gone = await officer.get(String(answer.headers.location));
    expect(gone.statusCode).toBe(303);
    const queue = await officer.get(String(gone.headers.location));
    expect(queue.body).toContain('Laporan itu sekarang di tangan petugas lain.');
    expect((await officer.get(pathOf(number))).statusCode).toBe(404);
  });

  it('goes to an outside authority and comes back closed, with the letter kept', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    await move('koordinator', number, 'transfer', {
      reason: 'province',
      message: 'Jalan provinsi.',
      authority: 'Dinas PU Provinsi',
      letter: '600/12/2026',
    });
    const page = await (await at('koordinator')).get(pathOf(number));
    expect(page.body).toContain('600/12/2026');
    expect((await move('koordinator', number, 'close', { reference: 'Surat 77: sudah ditambal.' })).statusCode).toBe(
      303,
    );
    expect((await rowOf(number)).state).toBe('closed');
  });

  it('is merged by the number people say, and shows it on both sides', async () => {
    const [one, other] = [await fileSample(site.laksa, site.cities[0]), await fileSample(site.laksa, site.cities[0])];
    const shown = `${other.number.slice(0, 3)}-${other.number.slice(3, 6)}-${other.number.slice(6)}`;
    expect((await move('verifikator', one.number, 'merge', { primary: '111-111-1111' })).statusCode).toBe(422);
    expect((await move('verifikator', one.number, 'merge', { primary: shown })).statusCode).toBe(303);
    expect((await (await at('verifikator')).get(pathOf(one.number))).body).toContain(`href="${pathOf(other.number)}"`);
    expect((await (await at('verifikator')).get(pathOf(other.number))).body).toContain(
      'Laporan yang digabungkan ke sini',
    );
    expect((await move('koordinator', one.number, 'unmerge', { reason: 'not_the_same' })).statusCode).toBe(303);
  });

  it('lets every other move be made from its form', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    const steps: readonly (readonly [string, string, Fields])[] = [
      ['verifikator', 'ask_reporter', { reason: 'place_unclear', message: 'Di depan sekolah mana?' }],
      ['petugas-loket', 'provide_info', { message: 'SD Negeri 1.' }],
      ['verifikator', 'note', { message: 'Sudah ditelepon.' }],
      ['verifikator', 'message', { message: 'Terima kasih.' }],
      ['verifikator', 'verify', { ...verification, publish: 'title_only' }],
      ['koordinator', 'reclassify', { class: 'aspiration' }],
      ['koordinator', 'relocate', { village: '36.71.01.1001' }],
      ['koordinator', 'retitle', { title: 'Lubang di depan SD' }],
      ['koordinator', 'mask', { publication: 'withdrawn_from_public', reason: 'personal_data' }],
      ['koordinator', 'assign', { agency: 'dinas-pupr' }],
      [
        'petugas-pupr',
        'return_to_coordinator',
        { reason: 'other', message: 'Bukan jalan kota.', proposed_agency: 'dinas-lh' },
      ],
      ['koordinator', 'assign', { agency: 'dinas-pupr' }],
      ['petugas-pupr', 'accept', {}],
      ['petugas-pupr', 'postpone', { reason: 'weather', until: '30-11-2026' }],
      ['petugas-pupr', 'answer', { message: 'Sudah.' }],
      ['validator', 'send_back', { reason: 'words_unclear', message: 'Apa yang sudah?' }],
      ['petugas-pupr', 'answer', { message: 'Sudah ditambal.' }],
      ['validator', 'approve', {}],
    ];
    for (const [post, name, typed] of steps)
      expect([name, (await move(post, number, name, typed)).statusCode]).toEqual([name, 303]);
    const dispute = { move: 'dispute', reason: 'not_done', message: 'Masih berlubang.' } as const;
    expect(
      (await moveSample(site.laksa, site.cities[0], { number, by: { kind: 'reporter' }, command: dispute })).ok,
    ).toBe(true);
    expect(
      (await move('kepala-pupr', number, 'reopen', { reason: 'reporter_is_right', message: 'Kami perbaiki.' }))
        .statusCode,
    ).toBe(303);
    for (const [post, name, typed] of steps.slice(16)) await move(post, number, name, typed);
    expect(
      (await moveSample(site.laksa, site.cities[0], { number, by: { kind: 'reporter' }, command: dispute })).ok,
    ).toBe(true);
    expect(
      (
        await move('koordinator', number, 'uphold', {
          reason: 'answer_is_right',
          message: 'Sudah diperiksa di tempat.',
        })
      ).statusCode,
    ).toBe(303);
    const page = await (await at('koordinator')).get(pathOf(number));
    expect(page.body).toContain('Hanya untuk petugas');
    expect(page.body).toContain('Sudah ditelepon.');
    expect((await rowOf(number)).state).toBe('closed');
  });
});

describe('what is offered for publication', () => {
  const filing = {
    title: 'Parkir liar mobil B 1234 XYZ, WA 0812-3456-7890',
    description:
      'Di Jl Mawar No. 5 RT 03/05 sejak 20-11-2026, bayar Rp 150.000 ke BCA 1234567890.\nHubungi 081299998888 atau siti@contoh.id, NIK 3671012345678901.',
  };
  const leaks = /0812|B 1234|No\. 5|1234567890|9999|siti@|36710/;

  it('names no telephone, NIK, address or account: sent as it is preset, none of them is public', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0], filing);
    const { body } = await (await at('verifikator')).get(pathOf(number));
    const form = formInPage(body, `${pathOf(number)}/verify`) ?? {};
    expect(form['publish']).toBe('public');
    expect(form['publish_description']).toBe(
      'Di Jl Mawar [alamat rumah] RT 03/05 sejak 20-11-2026, bayar Rp 150.000 ke BCA [nomor rekening].\nHubungi [nomor telepon] atau [alamat email], NIK [nomor identitas].',
    );
    expect(body).toContain('Sudah disamarkan otomatis: nomor kendaraan, nomor telepon.');
    expect(body).toContain('Nama orang tidak dikenali otomatis');
    expect(
      (await move('verifikator', number, 'verify', { class: 'complaint', category: 'jalan-rusak' })).statusCode,
    ).toBe(303);
    const page = await site.app.inject({ url: `/laporan/${number}`, headers: { host: 'satu.example' } });
    expect(page.body).toContain('Parkir liar mobil [nomor kendaraan], WA [nomor telepon]');
    expect(page.body).toContain('Jl Mawar [alamat rumah] RT 03/05 sejak 20-11-2026');
    expect(page.body).not.toMatch(leaks);
  });

  it('keeps what the officer has typed when the form is refused, and says nothing of masking then', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0], filing);
    const refused = await move('verifikator', number, 'verify', {
      class: 'complaint',
      category: '',
      publish_description: 'Kantor (021) 555 1234 tutup.',
    });
    expect(refused.statusCode).toBe(422);
    const form = formInPage(refused.body, `${pathOf(number)}/verify`);
    expect(form?.['publish_description']).toBe('Kantor (021) 555 1234 tutup.');
    expect(refused.body).not.toContain('Sudah disamarkan otomatis');
  });

  it('is the masked title as well where a report without one in public is given a title', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0], filing);
    await move('verifikator', number, 'verify', { ...verification, publish: 'hidden' });
    const { body } = await (await at('verifikator')).get(pathOf(number));
    expect(formInPage(body, `${pathOf(number)}/retitle`)?.['title']).toBe(
      'Parkir liar mobil [nomor kendaraan], WA [nomor telepon]',
    );
  });
});

describe('the forms of a report', () => {
  const masks = async (number: string, post = 'koordinator'): Promise<boolean> =>
    formInPage((await (await at(post)).get(pathOf(number))).body, `${pathOf(number)}/mask`) !== null;

  it('do not offer to mask what nobody was ever shown', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    expect(await masks(number)).toBe(false);
    await move('verifikator', number, 'verify', verification);
    expect(await masks(number)).toBe(true);
    await move('koordinator', number, 'mask', { publication: 'hidden', reason: 'published_by_mistake' });
    expect((await rowOf(number)).publication).toBe('hidden');
    expect(await masks(number)).toBe(true);
  });

  it('offer to show what was verified hidden, and not what may never be shown', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    await move('verifikator', number, 'verify', { ...verification, publish: 'hidden' });
    await move('koordinator', number, 'mask', { publication: 'public', description: 'Ada lubang besar.' });
    expect(await rowOf(number)).toMatchObject({ publication: 'public', public_description: 'Ada lubang besar.' });
    const secret = await fileSample(site.laksa, site.cities[0], { isSecret: true });
    await move('verifikator', secret.number, 'verify', { ...verification, publish: 'hidden' });
    expect(await masks(secret.number)).toBe(false);
  });

  it('say that a validator need tick nothing; the history names what was ticked, and days in words', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    const steps: readonly (readonly [string, string, Fields])[] = [
      ['verifikator', 'verify', verification],
      ['koordinator', 'assign', { agency: 'dinas-pupr' }],
      ['petugas-pupr', 'accept', {}],
      ['petugas-pupr', 'postpone', { reason: 'weather', until: '20-01-2027' }],
      ['petugas-pupr', 'answer', { message: 'Sudah ditambal.' }],
    ];
    for (const [post, name, typed] of steps) await move(post, number, name, typed);
    const before = (await (await at('validator')).get(pathOf(number))).body;
    expect(before).toMatch(/<legend[^>]*>Yang sudah diperiksa[^/]*boleh dikosongkan/);
    expect(before).toContain('Tanpa centang pun dapat disetujui.');
    await move('validator', number, 'approve', { checks: ['words_are_clear', 'question_answered'] });
    const { body } = await (await at('verifikator')).get(pathOf(number));
    expect(body).toContain('Diperiksa: Pertanyaan pelapor terjawab, Kalimatnya mudah dipahami');
    expect(body).toContain('Tanggal yang dijanjikan: 20 Januari 2027');
    expect(body).toContain('Rabu 20 Januari 2027 pukul 24.00');
    expect(body).not.toContain('2027-01-20<');
  });

  it('take no promise more than a year ahead, and none of a date that is promised already', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    await move('verifikator', number, 'verify', verification);
    await move('koordinator', number, 'assign', { agency: 'dinas-pupr' });
    await move('petugas-pupr', number, 'accept', {});
    const page = await (await at('petugas-pupr')).get(pathOf(number));
    expect(page.body).toMatch(/min="2026-11-23" max="2027-11-23"/);
    const refused = await move('petugas-pupr', number, 'postpone', { reason: 'weather', until: '24-11-2027' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Terlalu jauh ke depan. Isi tanggal paling lama setahun dari hari ini.');
    await move('petugas-pupr', number, 'postpone', { reason: 'weather', until: '30-11-2026' });
    const again = await move('petugas-pupr', number, 'postpone', { reason: 'weather', until: '30-11-2026' });
    expect(again.statusCode).toBe(422);
    expect(again.body.split('Tanggal itu sudah dijanjikan.').length).toBe(3);
    const earlier = await move('petugas-pupr', number, 'postpone', { reason: 'weather', until: '29-11-2026' });
    expect(earlier.statusCode).toBe(303);
  });
});

describe('a form that is refused', () => {
  it('comes back with every word, and says at each field what is wrong', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    const refused = await move('verifikator', number, 'ask_reporter', {
      reason: '',
      message: 'Di mana "itu" <persis>?',
    });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('href="#field-ask_reporter-reason"');
    expect(formInPage(refused.body, `${pathOf(number)}/ask_reporter`)).toMatchObject({
      message: 'Di mana "itu" <persis>?',
      version: '1',
    });
    expect(refused.body).not.toContain('<persis>');
    expect((await rowOf(number)).version).toBe(1);
  });

  it('asks for the words it is to publish', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    const refused = await move('verifikator', number, 'verify', { ...verification, publish_description: ' ' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('href="#field-verify-publish_description"');
  });

  it('says in words that the post may not, and keeps what was written', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    const officer = await at('petugas-loket');
    const refused = await officer.post(`${pathOf(number)}/reject`, { reason: 'prank', message: 'Ini main-main.' });
    expect(refused.statusCode).toBe(403);
    expect(refused.body).toContain('Jabatan Anda tidak berwenang');
    expect(refused.body).toContain('Ini main-main.');
  });

  it('says in words that the state does not allow it', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    const refused = await (await at('koordinator')).post(`${pathOf(number)}/assign`, { agency: 'dinas-pupr' });
    expect(refused.statusCode).toBe(409);
    expect((await rowOf(number)).state).toBe('received');
  });

  it('takes nothing that is on no list: no code, no place, no file, no check of another', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    for (const typed of [{ class: 'x' }, { category: 'x' }, { village: '99.99' }, { publish: 'x' }]) {
      expect((await move('verifikator', number, 'verify', { ...verification, ...typed })).statusCode).toBe(422);
    }
    await move('verifikator', number, 'verify', verification);
    expect((await move('koordinator', number, 'assign', { agency: 'x' })).statusCode).toBe(422);
    await move('koordinator', number, 'assign');
    await move('petugas-pupr', number, 'accept');
    expect((await move('petugas-pupr', number, 'answer', { message: 'Sudah.', proof: 'not-a-file' })).statusCode).toBe(
      422,
    );
    await move('petugas-pupr', number, 'answer', { message: 'Sudah.' });
    for (const checks of ['x', ['question_answered', '']])
      expect((await move('validator', number, 'approve', { checks })).statusCode).toBe(422);
  });

  it.each(['expire', 'confirm', 'dispute', 'withdraw', 'nothing'])('knows no form called %s', async (name) => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    expect((await (await at('koordinator')).post(`${pathOf(number)}/${name}`, {})).statusCode).toBe(404);
  });
});

describe('two officers at one report', () => {
  it('see what the other did beside what they were about to do, and lose no word', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    const [first, second] = [await at('verifikator'), await at('verifikator-2')];
    const opened = formInPage((await second.get(pathOf(number))).body, `${pathOf(number)}/ask_reporter`);
    await first.post(`${pathOf(number)}/note`, { version: '1', message: 'Saya sedang menelepon pelapor.' });
    const typed = { ...opened, reason: 'place_unclear', message: 'Di depan sekolah mana?' };
    const compared = await second.post(`${pathOf(number)}/ask_reporter`, typed);
    expect(compared.statusCode).toBe(412);
    expect(compared.body).toContain('Saya sedang menelepon pelapor.');
    const again = formInPage(compared.body, `${pathOf(number)}/ask_reporter`);
    expect(again).toMatchObject({ reason: 'place_unclear', message: 'Di depan sekolah mana?', version: '2' });
    expect((await rowOf(number)).version).toBe(2);
    expect((await second.post(`${pathOf(number)}/ask_reporter`, again ?? {})).statusCode).toBe(303);
    expect((await rowOf(number)).state).toBe('needs_info');
  });

  it('keep their words where the move is no longer possible', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    const second = await at('verifikator-2');
    const opened = formInPage((await second.get(pathOf(number))).body, `${pathOf(number)}/verify`);
    await move('verifikator', number, 'verify', verification);
    const compared = await second.post(`${pathOf(number)}/verify`, {
      ...opened,
      ...verification,
      publish_description: 'Kalimat yang lain.',
    });
    expect(compared.statusCode).toBe(412);
    expect(compared.body).toContain('Kalimat yang lain.');
    expect(formInPage(compared.body, `${pathOf(number)}/verify`)).toBeNull();
  });

  it('who press at the same moment: one is made, the other compares', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    const send = async (post: string, message: string) =>
      (await at(post)).post(`${pathOf(number)}/ask_reporter`, { version: '1', reason: 'other', message });
    const answers = await Promise.all([send('verifikator', 'Satu?'), send('verifikator-2', 'Dua?')]);
    expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([303, 412]);
    expect((await rowOf(number)).version).toBe(2);
  });
});

describe('the same form sent twice', () => {
  it.each([
    ['verifikator', 'verify', verification],
    ['verifikator', 'note', { message: 'Satu catatan.' }],
    ['verifikator', 'reject', { reason: 'prank', message: 'Bukan laporan.' }],
    ['koordinator', 'transfer', { reason: 'police', message: 'Ke polisi.', authority: 'Polres' }],
  ])('by %s, the second %s is an answer, not a second move', async (post, name, typed) => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    const officer = await at(post);
    const sent = { ...formInPage((await officer.get(pathOf(number))).body, `${pathOf(number)}/${name}`), ...typed };
    const both = await Promise.all([
      officer.post(`${pathOf(number)}/${name}`, sent),
      officer.post(`${pathOf(number)}/${name}`, sent),
    ]);
    expect(both.map((answer) => [answer.statusCode, answer.headers.location])).toEqual(
      Array.from({ length: 2 }, () => [303, `${pathOf(number)}?selesai=${name}`]),
    );
    expect((await rowOf(number)).version).toBe(2);
  });

  it('with other words is compared: nothing that was changed is called done', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    const officer = await at('verifikator');
    await officer.post(`${pathOf(number)}/note`, { version: '1', message: 'Satu.' });
    expect((await officer.post(`${pathOf(number)}/note`, { version: '1', message: 'Dua.' })).statusCode).toBe(412);
  });
});

describe('who may read', () => {
  it('a number of another city, one that is nobody’s and one that is not for this post look alike', async () => {
    const { number: elsewhere } = await fileSample(site.laksa, site.cities[1]);
    const { number: unassigned } = await fileSample(site.laksa, site.cities[0]);
    const officer = await at('petugas-lh');
    for (const number of [elsewhere, '4812073356', unassigned]) {
      expect((await officer.get(pathOf(number))).statusCode).toBe(404);
      expect((await officer.post(`${pathOf(number)}/note`, { message: 'x' })).statusCode).toBe(404);
      expect((await officer.post(`${pathOf(number)}/identitas`, { ground: 'handling' })).statusCode).toBe(404);
    }
    expect((await (await at('verifikator')).get(pathOf(elsewhere))).statusCode).toBe(404);
    expect((await (await at('verifikator')).post(`${pathOf(elsewhere)}/note`, { message: 'x' })).statusCode).toBe(404);
  });

  it('a secret report stays closed to who may not see secrets', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0], { isSecret: true });
    expect((await (await at('petugas-loket')).get(pathOf(number))).statusCode).toBe(404);
    const page = await (await at('verifikator')).get(pathOf(number));
    expect(page.statusCode).toBe(200);
    const form = formInPage(page.body, `${pathOf(number)}/verify`);
    expect(form).toMatchObject({ publish: 'hidden' });
    expect(Object.keys(form ?? {})).not.toContain('publish_description');
    await move('verifikator', number, 'verify', { ...verification, category: 'sampah' });
    expect(await rowOf(number)).toMatchObject({
      state: 'verified',
      publication: 'hidden',
      public_title: null,
      public_description: null,
    });
  });

  it('cannot be moved by a post that may not read it, though its role could make the move', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0], { isSecret: true });
    await move('verifikator', number, 'ask_reporter', { reason: 'other', message: 'Kapan?' });
    const blind = await (await at('petugas-loket')).post(`${pathOf(number)}/provide_info`, { message: 'Kemarin.' });
    expect(blind.statusCode).toBe(404);
    expect((await rowOf(number)).state).toBe('needs_info');
  });

  it('identity is shown once, to who may, and each reading is written down with its ground', async () => {
    const { number, reportId } = await fileSample(site.laksa, site.cities[0], {
      identity: { name: 'Warga Contoh', phone: '+6281234567890' },
    });
    const officer = await at('verifikator');
    expect((await officer.get(pathOf(number))).body).not.toContain('+6281234567890');
    expect((await officer.post(`${pathOf(number)}/identitas`, {})).statusCode).toBe(422);
    const shown = await officer.post(`${pathOf(number)}/identitas`, { ground: 'handling' });
    expect(shown.statusCode).toBe(200);
    expect(shown.headers['cache-control']).toBe('no-store');
    expect(shown.body).toContain('+6281234567890');
    expect((await officer.get(pathOf(number))).body).not.toContain('+6281234567890');
    const [city] = site.cities;
    const reads = await site.laksa.database.inTenant(city.id, (tx) =>
      tx
        .selectFrom('vault_read')
        .select(['ground', 'fields'])
        .where('tenant_id', '=', city.id)
        .where('report_id', '=', reportId)
        .execute(),
    );
    expect(reads).toEqual([{ ground: 'handling', fields: ['name', 'phone', 'email'] }]);
    expect((await (await at('validator')).post(`${pathOf(number)}/identitas`, { ground: 'handling' })).statusCode).toBe(
      404,
    );
  });

  it('is that of whom the report was filed for too: closed and logged alike, and their consent is said with its date', async () => {
    const { number, reportId, claimCode } = await fileSample(site.laksa, site.cities[0], {
      identity: {},
      subject: { name: 'Mak Onah', phone: '+6281234567899' },
    });
    const officer = await at('verifikator');
    const closed = (await officer.get(pathOf(number))).body;
    expect(closed).toContain('dikirim untuk orang lain. Persetujuannya dicatat');
    expect(closed).not.toContain('Mak Onah');
    const shown = await officer.post(`${pathOf(number)}/identitas`, { ground: 'handling' });
    for (const words of ['Dilaporkan untuk:', 'Mak Onah', '+6281234567899', 'Pelapor tidak memberi nama'])
      expect(shown.body).toContain(words);
    const [city] = site.cities;
    const reads = await site.laksa.database.inTenant(city.id, (tx) =>
      tx
        .selectFrom('vault_read as v')
        .innerJoin('report_subject as j', (join) =>
          join.onRef('j.tenant_id', '=', 'v.tenant_id').onRef('j.person_id', '=', 'v.person_id'),
        )
        .select(['v.ground', 'v.fields'])
        .where('v.tenant_id', '=', city.id)
        .where('v.report_id', '=', reportId)
        .execute(),
    );
    expect(reads).toEqual([{ ground: 'handling', fields: ['name', 'phone', 'email'] }]);
    const reporter = openBrowser(site, city);
    await reporter.post('/lacak', { nomor: number, kode: claimCode ?? '' });
    const told = (await reporter.get(`/lacak/${number}`)).body;
    expect(told).toContain('Petugas yang membuka identitas (1 kali)');
    expect(told).toMatch(
      /membaca nama orang yang Anda wakili, nomor telepon orang yang Anda wakili, [^.]* untuk menangani/,
    );
    expect(told).not.toContain('berkas asli foto');
    const own = await fileSample(site.laksa, site.cities[0]);
    expect((await officer.get(pathOf(own.number))).body).not.toContain('untuk orang lain');
  });
});
