import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Filed } from '../../store/file-report.ts';
import { fileSample } from '../../testing/report-life.ts';
import { hosts, startApiSite, type ApiSite } from './testing/api-site.ts';

let site: ApiSite;
let city: Tenant;
const keys: Record<string, string> = {};

beforeAll(async () => {
  site = await startApiSite();
  [city] = site.cities;
  for (const post of [
    'verifikator',
    'verifikator-2',
    'koordinator',
    'petugas-pupr',
    'petugas-lh',
    'validator',
    'pimpinan',
    'petugas-loket',
  ]) {
    keys[post] = await site.keyOf(city, post, ['report:handle']);
  }
});
afterAll(() => site.close());

type Sent = { readonly headers?: Readonly<Record<string, string>>; readonly host?: string };

const send = (number: string, payload: object, { headers = {}, host = hosts.first }: Sent = {}) =>
  site.app.inject({ method: 'POST', url: `/api/v1/reports/${number}/moves`, headers: { host, ...headers }, payload });

const by = (post: string) => ({ authorization: `Bearer ${keys[post]}` });
const move = (number: string, post: string, payload: object, headers: Readonly<Record<string, string>> = {}) =>
  send(number, payload, { headers: { ...by(post), ...headers } });

const done = async (number: string, post: string, payload: object) => {
  const answer = await move(number, post, payload);
  expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining('"state"')]);
  return answer.json();
};

const verify = {
  move: 'verify',
  class: 'complaint',
  category: 'lampu-jalan',
  publish: { title: 'Lubang', description: 'Ada lubang.' },
};
const filed = (): Promise<Filed> => fileSample(site.laksa, city);

/** Up to the answer that the reporter is to judge. */
const resolved = async (): Promise<Filed> => {
  const report = await filed();
  const { number } = report;
  await done(number, 'verifikator', verify);
  await done(number, 'koordinator', { move: 'assign', agency: 'dinas-pupr' });
  await done(number, 'petugas-pupr', { move: 'accept', message: 'Kami datang besok.' });
  await done(number, 'petugas-pupr', { move: 'postpone', reason: 'weather', until: '2026-12-01' });
  await done(number, 'petugas-pupr', { move: 'answer', message: 'Sudah ditambal.' });
  await done(number, 'validator', { move: 'approve', checks: ['question_answered'] });
  return report;
};

describe('a report', () => {
  it('goes the whole way by moves of posts and of its reporter', async () => {
    const { number, claimCode } = await resolved();
    const disputed = await send(number, {
      move: 'dispute',
      claim_code: claimCode,
      reason: 'not_done',
      message: 'Masih ada.',
    });
    expect([disputed.statusCode, disputed.json().state]).toEqual([200, 'disputed']);
    expect(
      (await done(number, 'pimpinan', { move: 'reopen', reason: 'reporter_is_right', message: 'Benar.' })).state,
    ).toBe('in_progress');
    await done(number, 'petugas-pupr', { move: 'answer', message: 'Sekarang sudah.', proof: [] });
    await done(number, 'validator', { move: 'approve' });
    const confirmed = await send(number, {
      move: 'confirm',
      claim_code: `${claimCode?.slice(0, 4)}-${claimCode?.slice(4)}`,
      rating: 4,
      message: 'Terima kasih',
    });
    expect(confirmed.json()).toEqual({ number, state: 'closed', version: expect.any(Number) });
    expect(confirmed.headers['etag']).toBe(`"${confirmed.json().version}"`);
  });

  it('is asked about, answered by its reporter, and withdrawn', async () => {
    const { number, claimCode } = await filed();
    await done(number, 'verifikator', { move: 'ask_reporter', reason: 'place_unclear', message: 'RT berapa?' });
    expect((await send(number, { move: 'provide_info', claim_code: claimCode, message: 'RT 3' })).json().state).toBe(
      'received',
    );
    expect((await send(number, { move: 'message', claim_code: claimCode, message: 'Halo' })).json().state).toBe(
      'received',
    );
    expect((await send(number, { move: 'withdraw', claim_code: claimCode })).json().state).toBe('closed');
  });

  it('is completed by the counter for its reporter, with a key and no code', async () => {
    const { number } = await filed();
    await done(number, 'verifikator', { move: 'ask_reporter', reason: 'place_unclear', message: 'RT berapa?' });
    expect(
      (await done(number, 'petugas-loket', { move: 'provide_info', message: 'RT 3, kata pelapor lewat telepon' }))
        .state,
    ).toBe('received');
  });

  it('is rejected by two pairs of eyes, merged by number, retitled, masked and noted', async () => {
    const [first, second] = [await filed(), await filed()];
    await done(second.number, 'verifikator', { move: 'merge', primary: first.number });
    await done(second.number, 'verifikator', { move: 'unmerge', reason: 'not_the_same' });
    await done(first.number, 'verifikator', { move: 'retitle', title: 'Judul baru' });
    await done(first.number, 'verifikator', { move: 'relocate', village: '36.71.01.1001', place: 'di seberang' });
    await done(first.number, 'verifikator', { move: 'note', message: 'Catatan' });
    expect(
      (await done(first.number, 'verifikator', { move: 'reject', reason: 'prank', message: 'Main-main.' })).state,
    ).toBe('received');
    const alone = await move(first.number, 'verifikator', { move: 'reject', reason: 'prank', message: 'Main-main.' });
    expect([alone.statusCode, alone.json().kind]).toEqual([403, 'same_hands']);
    expect(
      (await done(first.number, 'verifikator-2', { move: 'reject', reason: 'prank', message: 'Main-main.' })).state,
    ).toBe('rejected');
  });

  it('goes to an outside authority and comes to its end there', async () => {
    const { number } = await filed();
    await done(number, 'koordinator', {
      move: 'transfer',
      reason: 'ministry',
      message: 'Wewenang pusat.',
      authority: 'Kementerian',
      letter: '1/2026',
      contact: 'humas',
    });
    await done(number, 'koordinator', { move: 'return_from_transfer', reason: 'incomplete' });
    await done(number, 'koordinator', { move: 'transfer', reason: 'ministry', message: 'Wewenang pusat.' });
    expect((await done(number, 'koordinator', { move: 'close', reference: 'Surat 2/2026' })).state).toBe('closed');
  });

  it('moved with the version that was read is protected from what happened in between', async () => {
    const { number } = await filed();
    const late = await move(number, 'verifikator', { ...verify, version: 7 });
    expect([late.statusCode, late.json().kind, late.headers['etag']]).toEqual([412, 'changed_meanwhile', '"1"']);
    expect((await move(number, 'verifikator', { ...verify, version: 2_147_483_647 })).statusCode).toBe(412);
    expect((await move(number, 'verifikator', verify, { 'if-match': '"9"' })).statusCode).toBe(412);
    expect((await move(number, 'verifikator', verify, { 'if-match': 'garbage' })).statusCode).toBe(412);
    expect((await move(number, 'verifikator', verify, { 'if-match': 'W/"1"' })).statusCode).toBe(200);
    expect((await move(number, 'verifikator', { move: 'note', message: 'x' }, { 'if-match': '*' })).statusCode).toBe(
      200,
    );
  });

  it('moved again with the version that was read, because the answer was lost, is answered as it was made', async () => {
    const { number, claimCode } = await filed();
    const first = await move(number, 'verifikator', { ...verify, version: 1 });
    const again = await move(number, 'verifikator', { ...verify, version: 1 });
    expect([again.statusCode, again.json()]).toEqual([200, first.json()]);
    expect((await move(number, 'verifikator-2', { ...verify, version: 1 })).statusCode).toBe(412);
    expect((await move(number, 'verifikator', { ...verify, category: 'sampah', version: 1 })).statusCode).toBe(412);
    const message = { move: 'message', claim_code: claimCode, message: 'Halo', version: first.json().version };
    const both = await Promise.all([send(number, message), send(number, message)]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(both[0]?.json()).toEqual(both[1]?.json());
  });

  it('moved by two officers at once is moved once', async () => {
    const { number } = await filed();
    const answers = await Promise.all(
      ['verifikator', 'verifikator-2', 'koordinator'].map((post) => move(number, post, { ...verify, version: 1 })),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 412, 412]);
  });
});

describe('a move is refused', () => {
  const outcome = async (answer: Awaited<ReturnType<typeof send>>) => [answer.statusCode, answer.json().kind];

  it('where the state does not allow it, saying the state', async () => {
    const { number } = await filed();
    const answer = await move(number, 'validator', { move: 'approve' });
    expect(await outcome(answer)).toEqual([409, 'state_forbids']);
    expect(answer.json().detail).toContain('(received)');
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('to a post that may not, and to one that does not see the report', async () => {
    const { number } = await filed();
    expect(await outcome(await move(number, 'petugas-loket', verify))).toEqual([403, 'post_may_not']);
    expect(await outcome(await move(number, 'petugas-lh', { move: 'note', message: 'x' }))).toEqual([
      403,
      'post_may_not',
    ]);
  });

  it('to an agency that gives back once too often, which the coordinator then relieves by naming another', async () => {
    const { number } = await filed();
    const giveBack = { move: 'return_to_coordinator', reason: 'not_our_task', message: 'Jalan provinsi.' };
    await done(number, 'verifikator', verify);
    for (let times = 0; times < 2; times += 1) {
      await done(number, 'koordinator', { move: 'assign', agency: 'dinas-pupr' });
      await done(number, 'petugas-pupr', giveBack);
    }
    await done(number, 'koordinator', { move: 'assign', agency: 'dinas-pupr' });
    const third = await move(number, 'petugas-pupr', giveBack);
    expect(await outcome(third)).toEqual([403, 'returns_used_up']);
    expect(third.json().detail).toContain('Keputusan koordinator mengikat');
    await done(number, 'koordinator', { move: 'assign', agency: 'dinas-lh' });
    await done(number, 'petugas-lh', { move: 'accept' });
    expect((await done(number, 'petugas-lh', { move: 'answer', message: 'Sudah.' })).state).toBe('answered');
    expect(await outcome(await move(number, 'petugas-pupr', { move: 'accept' }))).toEqual([403, 'post_may_not']);
  });

  it('as if it did not exist, where it is secret and the post does not see it', async () => {
    const { number } = await fileSample(site.laksa, city, { isSecret: true });
    expect(await outcome(await move(number, 'petugas-lh', { move: 'note', message: 'x' }))).toEqual([404, 'not_found']);
    expect(await outcome(await move(number, 'pimpinan', { move: 'note', message: 'x' }))).toEqual([404, 'not_found']);
  });

  it('without key and code, with a key of the other city, and without the scope', async () => {
    const { number } = await filed();
    const keyless = await send(number, verify);
    expect(await outcome(keyless)).toEqual([401, 'key_unknown']);
    expect(keyless.json().detail).toContain('kirim dalam tajuk Authorization');
    const stranger = await site.keyOf(site.cities[1], 'verifikator', ['report:handle']);
    expect(await outcome(await send(number, verify, { headers: { authorization: `Bearer ${stranger}` } }))).toEqual([
      401,
      'key_unknown',
    ]);
    const theirs = await send(number, verify, { headers: { authorization: `Bearer ${stranger}` }, host: hosts.second });
    expect(await outcome(theirs)).toEqual([404, 'not_found']);
    const reader = await site.keyOf(city, 'verifikator', ['report:read', 'report:create']);
    expect(await outcome(await send(number, verify, { headers: { authorization: `Bearer ${reader}` } }))).toEqual([
      403,
      'scope_missing',
    ]);
  });

  it('with the number or the code of the other city', async () => {
    const other = await fileSample(site.laksa, site.cities[1]);
    expect(await outcome(await move(other.number, 'verifikator', verify))).toEqual([404, 'not_found']);
    expect(await outcome(await send(other.number, { move: 'withdraw', claim_code: other.claimCode }))).toEqual([
      403,
      'wrong_code',
    ]);
    const { number } = await filed();
    expect(await outcome(await send(number, { move: 'withdraw', claim_code: other.claimCode }))).toEqual([
      403,
      'wrong_code',
    ]);
  });

  it("with a code for what is not the reporter's to do", async () => {
    const { number, claimCode } = await filed();
    expect(await outcome(await send(number, { ...verify, claim_code: claimCode }))).toEqual([422, 'incomplete']);
  });

  it('after ten wrong codes, even with the right one, and a number that is nobody’s answers alike', async () => {
    const { number, claimCode } = await filed();
    const wrong = claimCode === '00000000' ? '00000001' : '00000000';
    for (let tries = 0; tries < 10; tries += 1)
      expect(await outcome(await send(number, { move: 'withdraw', claim_code: wrong }))).toEqual([403, 'wrong_code']);
    const barred = await send(number, { move: 'withdraw', claim_code: claimCode });
    expect(await outcome(barred)).toEqual([429, 'too_many_tries']);
    expect(barred.json().detail).toMatch(/diterima lagi mulai \w+ \d+ \w+ pukul \d\d\.00\.$/);
    expect(Number(barred.headers['retry-after'])).toBeGreaterThan(0);
    expect(await outcome(await send('4812073356', { move: 'withdraw', claim_code: wrong }))).toEqual([
      403,
      'wrong_code',
    ]);
  });

  it('after thirty wrong codes for ever, with the way that is left and no time to come back at', async () => {
    const { number, claimCode } = await filed();
    const wrong = claimCode === '00000000' ? '00000001' : '00000000';
    for (let tries = 0; tries < 30; tries += 1) {
      if (tries % 10 === 0) site.clock.advance(3_600_000);
      await send(number, { move: 'withdraw', claim_code: wrong });
    }
    site.clock.advance(7 * 86_400_000);
    const closed = await send(number, { move: 'withdraw', claim_code: claimCode });
    expect(await outcome(closed)).toEqual([429, 'too_many_tries']);
    expect(closed.headers['retry-after']).toBeUndefined();
    expect(closed.json().detail).toContain('hanya dapat dibuka lewat kontak yang Anda berikan');
  });

  it.each([
    [{ move: 'fly' }, 'move', 'unknown'],
    [{}, 'move', 'required'],
    [{ move: 'expire' }, 'move', 'unknown'],
    [{ ...verify, clas: 'complaint' }, 'clas', 'unknown'],
    [{ ...verify, publish: { titel: 'x' } }, 'publish.titel', 'unknown'],
    [{ ...verify, class: 'gossip' }, 'class', 'unknown'],
    [{ ...verify, category: 'tidak-ada' }, 'category', 'unknown'],
    [{ ...verify, village: '73.71.01.1001' }, 'village', 'unknown'],
    [{ ...verify, publish: { title: 'x', description: 'y', photos: ['1'] } }, 'photos', 'unknown'],
    [{ ...verify, category: undefined }, 'category', 'required'],
    [{ move: 'ask_reporter', reason: 'other' }, 'message', 'required'],
    [{ move: 'ask_reporter', reason: 'because', message: 'x' }, 'reason', 'unknown'],
    [{ move: 'note', message: 'x'.repeat(10_001) }, 'message', 'too_long'],
    [{ move: 'note', message: 'x', version: 'one' }, 'version', 'not_a_number'],
    [{ move: 'merge', primary: '1234567890' }, 'primary', 'unknown'],
  ])('that says %j, with its field', async (payload, field, problem) => {
    const { number } = await filed();
    const answer = await move(number, 'verifikator', payload);
    expect(answer.statusCode).toBe(422);
    expect(answer.json().errors).toContainEqual({ field, problem, message: expect.any(String) });
  });

  it('before its shape is told to a stranger, and as a form', async () => {
    const { number } = await filed();
    expect(await outcome(await send(number, { nonsense: true }))).toEqual([401, 'key_unknown']);
    const form = await site.app.inject({
      method: 'POST',
      url: `/api/v1/reports/${number}/moves`,
      headers: { host: hosts.first, ...by('verifikator'), 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'move=note&message=x',
    });
    expect(form.statusCode).toBe(415);
    expect(form.json().detail).toContain('application/json');
  });

  it('and has changed nothing', async () => {
    const { number } = await filed();
    await move(number, 'validator', { move: 'approve' });
    await move(number, 'verifikator', { move: 'ask_reporter', reason: 'other' });
    const row = await site.laksa.database.inTenant(city.id, (tx) =>
      tx
        .selectFrom('report')
        .select(['state', 'version'])
        .where('tenant_id', '=', city.id)
        .where('number', '=', number)
        .executeTakeFirst(),
    );
    expect(row).toEqual({ state: 'received', version: 1 });
  });
});
