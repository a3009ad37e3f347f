import { Readable } from 'node:stream';

import { uuid7 } from '../platform/db/uuid7.ts';
import { take } from '../platform/limit/limit.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { insertApiKey } from '../store/api-key.ts';
import { recordCityEvent } from '../store/city-event.ts';
import type { NamedPost } from '../store/city.ts';
import { askContactChange } from '../store/contact-change.ts';
import { stopAddress } from '../store/contact-stop.ts';
import { publishPending } from '../store/feed.ts';
import { changeCalendar } from '../store/change-calendar.ts';
import { changePolicy } from '../store/change-policy.ts';
import type { Filed } from '../store/file-report.ts';
import { askToFollow } from '../store/follow-request.ts';
import { confirmFollow } from '../store/follow.ts';
import { keepBatch } from '../store/import-batch.ts';
import { invite } from '../store/invitation.ts';
import { changeWording } from '../store/letter-wording.ts';
import { chooseNotices } from '../store/notice-choice.ts';
import { settleLetter } from '../store/notice-delivery.ts';
import type { Installation } from '../store/installation.ts';
import { readPerson } from '../store/person.ts';
import { formStage } from '../store/photo-stage.ts';
import { insertHandover } from '../store/post-handover.ts';
import { addHolder } from '../store/post-holder.ts';
import { recordSignIn } from '../store/sign-in-event.ts';
import { addSignInLink } from '../store/sign-in-link.ts';
import { stagePhotos } from '../store/staged-photos.ts';
import { addMark } from '../store/readiness.ts';
import { flagReport } from '../store/report-flag.ts';
import { supportReport } from '../store/supporter.ts';
import { takePhoto } from '../store/take-photo.ts';
import type { Tx } from '../store/tx.ts';
import { writeVillageAreas } from '../store/village-area.ts';
import { fileSample, moved, readCity } from './report-life.ts';

export type FilledCity = {
  /** Public, in work, with a promise; merged into it is the second. */
  readonly numbers: readonly [string, string];
  readonly claimCodes: readonly [string, string];
  readonly apiKey: string;
};

/** Makes something happen in a city that leaves a row in every table; by the real use cases wherever there is one. */
export const fillCity = async (laksa: Installation, tenant: Tenant): Promise<FilledCity> => {
  const city = await readCity(laksa, tenant);
  const at = tenant.clock.now();
  const officer = city.posts.find((post) => post.slug === 'petugas-pupr');
  const road = city.categories.find((category) => category.slug === 'jalan-rusak');
  if (officer?.agencyId == null || road === undefined) throw new Error('the city has an officer for its roads');
  await laksa.database.inTenant(tenant.id, (tx) => staffPost(tx, tenant, officer.id));
  const nonce = crypto.randomUUID();
  await addPhoto(laksa, tenant, nonce);
  const one = await fileSample(laksa, tenant, { villageCode: city.villages[0]?.code ?? null, nonce });
  const other = await fileSample(laksa, tenant, { title: 'Lubang yang sama', subject: { name: 'Tetangga Contoh' } });
  const { number } = one;
  const publish = { title: 'Jalan berlubang', description: 'Lubang besar di depan sekolah.', photos: [] };
  await moved(laksa, tenant, {
    number,
    by: 'verifikator',
    command: { move: 'ask_reporter', reason: 'place_unclear', message: 'Di jalan apa?' },
  });
  await moved(laksa, tenant, {
    number,
    by: { kind: 'reporter' },
    command: { move: 'provide_info', message: 'Jalan Melati.' },
  });
  const verified = await moved(laksa, tenant, {
    number,
    by: 'verifikator',
    command: { move: 'verify', class: 'complaint', categoryId: road.id, publish },
  });
  if (verified.state === 'verified')
    await moved(laksa, tenant, {
      number,
      by: 'koordinator',
      command: { move: 'assign', postId: officer.id, agencyId: officer.agencyId },
    });
  await moved(laksa, tenant, { number, by: officer.slug, command: { move: 'accept', message: 'Kami periksa.' } });
  await moved(laksa, tenant, {
    number: other.number,
    by: 'verifikator',
    command: { move: 'merge', primaryId: one.reportId },
  });
  await supportReport(laksa, tenant, { number, device: 'a device', network: null });
  await followAndChange(laksa, tenant, one);
  await laksa.database.inTenant(tenant.id, (tx) =>
    chooseLetters(tx, tenant, { reportId: one.reportId, by: officer.id }),
  );
  await flagReport(laksa, tenant, { number, reason: 'other', words: 'Contoh.', device: 'a device', network: null });
  const apiKey = await laksa.database.inTenant(tenant.id, async (tx) => {
    await publishPending(tx, tenant.id, at);
    const report = await tx
      .selectFrom('report')
      .select('reporter_id')
      .where('tenant_id', '=', tenant.id)
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    await readPerson(
      tx,
      { keyring: laksa.keyring, tenantId: tenant.id, at },
      { personId: report.reporter_id ?? '', fields: ['name'], ground: 'receipt', reportId: one.reportId, postId: null },
    );
    await drawBox(tx, tenant, officer.id);
    await take(tx, { tenantId: tenant.id, key: 'test', max: 5, windowSeconds: 60, at });
    await changePromises(tx, laksa, tenant, officer.id);
    await recordCityEvent(tx, tenant.id, { kind: 'post.seen', subjectId: officer.id, by: null, changes: {}, at });
    await handOver(tx, tenant, { officerId: officer.id, reportId: one.reportId });
    await askSomebody(tx, laksa, tenant, officer);
    await drawVillage(tx, tenant, city.villages[0]?.code ?? '');
    await tx.insertInto('feed_cursor').values({ tenant_id: tenant.id, reader: 'test', position: '1' }).execute();
    return insertApiKey(tx, tenant.id, {
      postId: officer.id,
      scopes: ['report:handle'],
      expiresAt: null,
      by: null,
      at,
    });
  });
  await moved(laksa, tenant, { number, by: officer.slug, command: { move: 'note', message: 'Belum di umpan.' } });
  await laksa.database.inTenant(tenant.id, (tx) => prepareAndRehearse(tx, tenant, officer.id));
  return { numbers: [number, other.number], claimCodes: [one.claimCode ?? '', other.claimCode ?? ''], apiKey };
};

type Letters = { readonly reportId: string; readonly by: string };

/** The city writes in its own words, a letter is settled in them, its reporter chose their hours, and an address wants none. */
const chooseLetters = async (tx: Tx, tenant: Tenant, { reportId, by }: Letters): Promise<void> => {
  const at = tenant.clock.now();
  const change = { tenantId: tenant.id, by, at, words: { greeting: { id: 'Halo,' } }, seen: 0 };
  if (!(await changeWording(tx, change)).ok) throw new Error('the city says it in its own words');
  const { id, reporter_id: personId } = await tx
    .selectFrom('notice as n')
    .innerJoin('report as r', (join) => join.onRef('r.tenant_id', '=', 'n.tenant_id').onRef('r.id', '=', 'n.report_id'))
    .select(['n.id', 'r.reporter_id'])
    .where('n.tenant_id', '=', tenant.id)
    .where('n.report_id', '=', reportId)
    .where('n.follow_id', 'is', null)
    .executeTakeFirstOrThrow();
  if (personId === null) throw new Error('the sample has a reporter');
  const lookup = Buffer.from('an address');
  const letter = { reportId, followId: null, lookup, language: 'id', wordingVersion: 1, writtenAt: at } as const;
  await settleLetter(tx, { tenantId: tenant.id, noticeIds: [id] }, letter);
  const quiet = { from: '21:00', until: '07:00' };
  await chooseNotices(tx, { tenantId: tenant.id, personId, at }, { steps: 'all', quiet, language: 'id' });
  await stopAddress(tx, { tenantId: tenant.id, lookup: Buffer.from('another'), at });
};

/** Somebody follows the report, somebody else asked to, and its reporter has another number. */
const followAndChange = async (laksa: Installation, tenant: Tenant, { number, reportId }: Filed): Promise<void> => {
  for (const email of ['pengikut@example.org', 'calon@example.org'])
    await askToFollow(laksa, tenant, { number, email, language: 'id', device: email, network: null });
  const { id } = await laksa.database.inTenant(tenant.id, (tx) =>
    tx.selectFrom('follow_request').select('id').where('tenant_id', '=', tenant.id).executeTakeFirstOrThrow(),
  );
  await confirmFollow(laksa, tenant, id);
  const changed = { values: { phone: '+6281234567890' }, language: 'id' } as const;
  await askContactChange(laksa, tenant, { reportId, number, generation: 1 }, changed);
};

/** Somebody is asked to hold a post, another forgot a password, and a list of people waits for a yes. */
const askSomebody = async (tx: Tx, laksa: Installation, tenant: Tenant, post: NamedPost): Promise<void> => {
  const invited = { name: 'Calon Contoh', address: 'calon@petugas.example', inviter: null };
  const asked = { invited, post, from: tenant.clock.now(), until: null, language: 'id', by: null } as const;
  const { kind } = await invite(tx, laksa, tenant, { ...asked, userId: null });
  if (kind !== 'invited') throw new Error('the sample is invited');
  const letter = { login: 'calon', address: 'calon@petugas.example', by: null };
  await addSignInLink(tx, laksa, tenant, { userId: 'nobody', purpose: 'password', language: 'id', letter });
  await keepBatch(tx, laksa, tenant, { content: { lines: [] }, userId: 'nobody', postId: post.id });
};

/** The first bytes of a picture: nobody looks further before it is worked on. */
const addPhoto = async (laksa: Installation, tenant: Tenant, nonce: string): Promise<void> => {
  const content = Readable.from([Buffer.from('ffd8ffe000104a46494600010100', 'hex')]);
  const taken = await takePhoto(laksa, tenant.id, { name: 'contoh.jpg', content, purpose: 'report' });
  if (!taken.ok) throw new Error(`the sample picture was not taken: ${taken.refusal.kind}`);
  await stagePhotos(laksa, formStage(laksa.keyring, tenant.id, nonce), [taken.value]);
};

/** Somebody looked at a thing before the opening; and a letter that a rehearsal would have kept. */
const prepareAndRehearse = async (tx: Tx, { id, clock }: Tenant, postId: string): Promise<void> => {
  const at = clock.now();
  await addMark(tx, id, { item: 'agencies', isConfirmed: true, note: '', by: { postId, userId: 'nobody' }, at });
  const mail = { receiver: 'warga@example.org', subject: 'Contoh', words: 'Contoh.' };
  await tx
    .insertInto('rehearsal_letter')
    .values({ tenant_id: id, name: 'contoh', ...mail, written_at: at })
    .execute();
};

/** Over the one picture there is, as if it had been worked on. */
const drawBox = async (tx: Tx, tenant: Tenant, postId: string): Promise<void> => {
  const { id } = await tx.selectFrom('photo').select('id').where('tenant_id', '=', tenant.id).executeTakeFirstOrThrow();
  const drawn = { version: 1, boxes: ['0,0,100,100'], post_id: postId, at: tenant.clock.now() };
  await tx
    .insertInto('photo_blur')
    .values({ tenant_id: tenant.id, photo_id: id, ...drawn })
    .execute();
};

/** A square of some hundred meters, as if it had been imported. */
const drawVillage = async (tx: Tx, tenant: Tenant, code: string): Promise<void> => {
  const ring = [
    [106.63, -6.18],
    [106.64, -6.18],
    [106.64, -6.17],
    [106.63, -6.17],
  ] as const;
  const area = { code, rings: [ring], isApproximate: false };
  await writeVillageAreas(tx, tenant.id, [area], { source: 'contoh', at: tenant.clock.now() });
};

/** A rule and a day off that move no date of a report on its way. */
const changePromises = async (tx: Tx, laksa: Installation, tenant: Tenant, by: string): Promise<void> => {
  const change = { by, reason: 'Contoh.', at: tenant.clock.now() };
  const rule = { key: 'merge.max_voices', value: 150, source: 'Keputusan kota', confidence: 'own' } as const;
  const day = { day: '2030-02-28', kind: 'regional', name: 'Hari jadi kota', source: 'Keputusan kota' } as const;
  const changed = [
    await changePolicy(tx, laksa, tenant, { ...change, rules: [rule] }),
    await changeCalendar(tx, laksa, tenant, { ...change, add: [day], remove: [] }),
  ];
  if (changed.some(({ ok }) => !ok)) throw new Error('the city changes a promise and its calendar');
};

/** To itself, and nothing was moved: the report stays where a test expects it. */
const handOver = async (
  tx: Tx,
  tenant: Tenant,
  { officerId, reportId }: { readonly officerId: string; readonly reportId: string },
): Promise<void> => {
  const at = tenant.clock.now();
  const id = uuid7(at);
  await insertHandover(tx, tenant.id, { id, fromId: officerId, toId: officerId, by: null, at });
  const row = { tenant_id: tenant.id, handover_id: id, report_id: reportId, state: 'passed_by' };
  await tx.insertInto('handed_report').values(row).execute();
};

/** Somebody holds a post, is on duty, wants one letter a day, and has looked at the pages. */
const staffPost = async (tx: Tx, tenant: Tenant, postId: string): Promise<void> => {
  const at = tenant.clock.now();
  await addHolder(tx, tenant.id, { postId, userId: 'nobody', from: at, address: 'petugas@example.org' });
  const until = new Date(at.getTime() + 60_000);
  const duty = { id: uuid7(at), post_id: postId, from_at: at, until_at: until, made_by: null, made_at: at };
  await tx
    .insertInto('duty')
    .values({ tenant_id: tenant.id, ...duty })
    .execute();
  await tx
    .insertInto('notice_setting')
    .values({ tenant_id: tenant.id, user_id: 'nobody', delivery: 'digest', language: 'id' })
    .execute();
  await recordSignIn(tx, tenant.id, { userId: 'nobody', at, kind: 'signed_in', device: '', detail: null });
  await tx.insertInto('post_seen').values({ tenant_id: tenant.id, post_id: postId, at }).execute();
};
