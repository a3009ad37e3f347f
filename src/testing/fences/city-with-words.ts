import { createApiKey } from '../../commands/apikey.ts';
import { scopes, type Scope } from '../../domain/access.ts';
import { openBrowser, signedIn, type Browser } from '../../features/sign-in/testing/officer.ts';
import { uuid7 } from '../../platform/db/uuid7.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { openOffice } from '../../store/change-office.ts';
import { insertHandover } from '../../store/post-handover.ts';
import { sealLetterPass } from '../../store/letter-pass.ts';
import { lastSignIns, recordSignIn } from '../../store/sign-in-event.ts';
import { fileSample, moved, readCity } from '../report-life.ts';
import type { FenceSite } from './fence-site.ts';
import { passesOfLetters, type LetterPasses } from './letter-passes.ts';
import { noticesPassOf } from './notices-pass.ts';
import { addToLists, ownVillage } from './own-lists.ts';
import { sendPhoto } from './send-photo.ts';
import { passesOfStaff, type StaffPasses } from './staff-passes.ts';
import { wordOf, type fields } from './words-of-city.ts';

/** All that somebody of a city could hold in their hands and carry over to another. */
export type Holdings = {
  /** In work, public, with every kind of word in it. */
  readonly number: string;
  readonly claimCode: string;
  /** Filed, hidden still. */
  readonly hiddenNumber: string;
  readonly keys: Readonly<Record<Scope, string>>;
  /** `Cookie` of an officer who is signed in. */
  readonly session: string;
  readonly login: string;
  /** Of the address after filing, and the cookie that goes with it. */
  readonly pass: string;
  /** Of the reporter's page. */
  readonly claimCookie: string;
  readonly nonce: string;
  /** A picture of the first report, and one that waits with a form of that nonce. */
  readonly photoId: string;
  readonly waitingPhotoId: string;
  readonly waitingNonce: string;
  readonly idempotencyKey: string;
  readonly category: string;
  readonly agency: string;
  readonly post: string;
  readonly village: string;
  /** What everyone may read of the first report, and where its reporter gets letters. */
  readonly publicTitle: string;
  readonly email: string;
  readonly jobId: string;
  /** A night on duty, and something the coordinator was told. */
  readonly dutyId: string;
  readonly noticeId: string;
  /** Somebody in the post of this city, the event that says so, and a handover of it. */
  readonly spanId: string;
  readonly cityEventId: string;
  readonly handoverId: string;
  readonly reportId: string;
  readonly filedAt: Date;
  /** Of a letter about an account that is gone. */
  readonly signInPass: string;
  /** Of the letters about the first report. */
  readonly noticesPass: string;
} & LetterPasses &
  StaffPasses;

/** Makes reports with a word of their own in every field, an officer who is signed in, keys, passes and a job in trouble. */
export const fillWithWords = async (site: FenceSite, city: Tenant): Promise<Holdings> => {
  const { laksa } = site;
  const word = (field: (typeof fields)[number]): string => wordOf(city, field);
  await addToLists(site, city);
  const nonce = crypto.randomUUID();
  const citizen = openBrowser(site, city);
  const waitingNonce = crypto.randomUUID();
  const [photoId, waitingPhotoId] = [await sendPhoto(site, city, nonce), await sendPhoto(site, city, waitingNonce)];
  const sent = await citizen.post('/lapor', {
    title: word('title'),
    description: word('description'),
    place: word('place'),
    name: word('name'),
    email: `${word('email')}@example.org`,
    village: ownVillage(city),
    nonce,
  });
  const pass = new URL(String(sent.headers.location), city.origin).searchParams.get('surat') ?? '';
  const { number, claimCode } = shownIn((await citizen.get(String(sent.headers.location))).body);
  await citizen.post('/lacak', { nomor: number, kode: claimCode });
  const claimCookie = citizen.cookies.get('lacak') ?? '';
  await tellItsLife(site, city, { number, photoId });
  const hidden = await fileSample(laksa, city, {
    description: word('secret'),
    isSecret: true,
    subject: { name: word('subject') },
  });
  const officer = await signedIn(site, city, 'koordinator', 'verifikator', 'admin-kota');
  const stored = await reportOf(site, city, number);
  const keys = await makeKeys(site, city);
  const idempotencyKey = word('idempotency');
  await site.app.inject({
    method: 'POST',
    url: '/api/v1/reports',
    headers: {
      host: new URL(city.origin).host,
      authorization: `Bearer ${keys['report:create']}`,
      'idempotency-key': idempotencyKey,
    },
    payload: { description: word('description') },
  });
  return {
    number,
    claimCode,
    hiddenNumber: hidden.number,
    keys,
    session: cookieOf(officer),
    login: officer.login,
    pass,
    claimCookie,
    nonce,
    photoId,
    waitingPhotoId,
    waitingNonce,
    idempotencyKey,
    category: word('category'),
    agency: word('agency'),
    post: word('post'),
    village: ownVillage(city),
    publicTitle: word('publictitle'),
    email: `${word('email')}@example.org`,
    jobId: await troubleJob(site, stored.id),
    ...(await tellDesk(site, city, stored.id)),
    ...(await fillOffice(site, city)),
    signInPass: await signInPassOf(site, city),
    noticesPass: await noticesPassOf(site, city, { reportId: stored.id, email: `${word('email')}@example.org` }),
    ...(await passesOfLetters(site, city, { reportId: stored.id, number, email: `${word('email')}@example.org` })),
    ...(await passesOfStaff(site, city, officer)),
    reportId: stored.id,
    filedAt: stored.filed_at,
  };
};

const signInPassOf = async ({ laksa }: FenceSite, city: Tenant): Promise<string> => {
  const at = laksa.clock.now();
  const { id } = await laksa.database.inTenant(city.id, async (tx) => {
    const userId = crypto.randomUUID();
    await recordSignIn(tx, city.id, { userId, at, kind: 'signed_in', device: '', detail: null });
    const [event] = await lastSignIns(tx, city.id, userId, 1);
    if (event === undefined) throw new Error('it was written down');
    return event;
  });
  return sealLetterPass({ keyring: laksa.keyring, tenantId: city.id, kind: 'sign_in' }, id);
};

export const cookieOf = ({ cookies }: Pick<Browser, 'cookies'>): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

const shownIn = (page: string): { readonly number: string; readonly claimCode: string } => {
  const number = /data-number="(\d{10})"/.exec(page)?.[1];
  const claimCode = /data-claim-code="(\d{8})"/.exec(page)?.[1];
  if (number === undefined || claimCode === undefined) throw new Error('the page after filing shows number and code');
  return { number, claimCode };
};

const tellItsLife = async (
  { laksa }: FenceSite,
  city: Tenant,
  { number, photoId }: Pick<Holdings, 'number' | 'photoId'>,
): Promise<void> => {
  const word = (field: (typeof fields)[number]): string => wordOf(city, field);
  const { categories, posts } = await readCity(laksa, city);
  const categoryId = categories.find(({ slug }) => slug === 'lampu-jalan')?.id ?? '';
  const worker = posts.find(({ slug }) => slug === word('post'));
  const reporter = { kind: 'reporter' } as const;
  const asked = { move: 'ask_reporter', reason: 'place_unclear', message: word('question') } as const;
  await moved(laksa, city, { number, by: 'verifikator', command: asked });
  await moved(laksa, city, { number, by: reporter, command: { move: 'provide_info', message: word('info') } });
  const publish = { title: word('publictitle'), description: word('publicdescription'), photos: [photoId] };
  const verify = { move: 'verify', class: 'complaint', categoryId, publish } as const;
  await moved(laksa, city, { number, by: 'verifikator', command: verify });
  const assign = { move: 'assign', postId: worker?.id ?? '', agencyId: worker?.agencyId ?? '' } as const;
  await moved(laksa, city, { number, by: 'koordinator', command: assign });
  await moved(laksa, city, { number, by: word('post'), command: { move: 'accept', message: word('accept') } });
  await moved(laksa, city, { number, by: word('post'), command: { move: 'note', message: word('note') } });
  await moved(laksa, city, { number, by: 'koordinator', command: { move: 'message', message: word('message') } });
};

const makeKeys = async ({ laksa }: FenceSite, city: Tenant): Promise<Record<Scope, string>> => {
  const made = await Promise.all(
    scopes.map(
      async (scope) =>
        [scope, await createApiKey(laksa, city, { post: { slug: 'koordinator' }, scopes: [scope] })] as const,
    ),
  );
  const key = (scope: Scope): string => made.find(([one]) => one === scope)?.[1] ?? '';
  return {
    'report:create': key('report:create'),
    'report:handle': key('report:handle'),
    'report:read': key('report:read'),
  };
};

const reportOf = ({ laksa }: FenceSite, city: Tenant, number: string) =>
  laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('report')
      .select(['id', 'filed_at'])
      .where('tenant_id', '=', city.id)
      .where('number', '=', number)
      .executeTakeFirstOrThrow(),
  );

/** Of the post that this city alone has. */
const tellDesk = async (
  { laksa }: FenceSite,
  city: Tenant,
  reportId: string,
): Promise<Pick<Holdings, 'dutyId' | 'noticeId'>> => {
  const at = city.clock.now();
  const [dutyId, noticeId] = [uuid7(at), uuid7(at)];
  const { posts } = await readCity(laksa, city);
  const idOf = (slug: string): string => posts.find((post) => post.slug === slug)?.id ?? '';
  const told = { kind: 'due_soon', at, not_before: at, created_at: at, seen_at: null, by_roster: false } as const;
  const until = new Date(at.getTime() + 24 * 3_600_000);
  await laksa.database.inTenant(city.id, async (tx) => {
    await tx
      .insertInto('duty')
      .values({
        tenant_id: city.id,
        id: dutyId,
        post_id: idOf(wordOf(city, 'post')),
        from_at: at,
        until_at: until,
        made_by: null,
        made_at: at,
      })
      .execute();
    await tx
      .insertInto('post_notice')
      .values({
        tenant_id: city.id,
        id: noticeId,
        post_id: idOf('koordinator'),
        report_id: reportId,
        about_id: reportId,
        ...told,
      })
      .execute();
  });
  return { dutyId, noticeId };
};

/** Of the post that this city alone has; the handover leads nowhere. */
const fillOffice = async (
  { laksa }: FenceSite,
  city: Tenant,
): Promise<Pick<Holdings, 'spanId' | 'cityEventId' | 'handoverId'>> => {
  const at = city.clock.now();
  const [spanId, handoverId] = [uuid7(at), uuid7(at)];
  const { posts } = await readCity(laksa, city);
  const postId = posts.find((post) => post.slug === wordOf(city, 'post'))?.id ?? '';
  const span = { postId, userId: 'nobody', from: at.toISOString(), until: null, acting: null };
  const opened = await laksa.database.inTenant(city.id, async (tx) => {
    await insertHandover(tx, city.id, { id: handoverId, fromId: postId, toId: postId, by: null, at });
    const office = { kind: 'holder', id: spanId, fields: span } as const;
    return openOffice(tx, city.id, { office, beside: { address: null }, by: null, at });
  });
  const cityEventId = opened.ok ? opened.value.eventId : null;
  if (cityEventId === null) throw new Error('somebody holds the post');
  return { spanId, cityEventId, handoverId };
};

/** As if the letter about this report had failed once. */
const troubleJob = async ({ admin }: FenceSite, reportId: string): Promise<string> => {
  const { rows } = await admin.query<{ id: string }>(
    `update graphile_worker._private_jobs set attempts = 1, last_error = 'no server'
     where id = (select min(id) from graphile_worker._private_jobs where payload ->> 'reportId' = $1) returning id::text`,
    [reportId],
  );
  if (rows[0] === undefined) throw new Error('the report has a job');
  return rows[0].id;
};
