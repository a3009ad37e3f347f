import { randomInt } from 'node:crypto';

import type { Actor } from '../domain/actor.ts';
import { fileReport, type FilingContext } from '../domain/filing.ts';
import { makeNumber } from '../domain/report-number.ts';
import type { ReportKind } from '../domain/report.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import type { Language } from '../platform/i18n/language.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { addPhotos } from './add-photos.ts';
import { attachPhotos, photosOfForm } from './attach-photos.ts';
import { claimCodeOf, hashClaimCode, storedClaimCode } from './claim.ts';
import type { City } from './city.ts';
import { saysTheSame } from './file-report-again.ts';
import { countFiling, type FilingSender, type TooManyFilings } from './file-report-limits.ts';
import { hashNonce } from './filed-nonce.ts';
import { insertFiled } from './filed-report.ts';
import type { Installation } from './installation.ts';
import { likenessOf } from './likeness.ts';
import { deskOf } from './move-context.ts';
import { savePerson, type Identity } from './person.ts';
import type { RefusedPhoto } from './photo-intake.ts';
import { insertPlace } from './report-place.ts';
import { insertSubject } from './report-subject.ts';
import { tellPostsOfMove } from './tell-posts-of-move.ts';
import type { Tx } from './tx.ts';

/** What a person wants the city to know, checked and normalised. */
export type Filing = {
  readonly kind: ReportKind;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly categoryId: string | null;
  readonly villageCode: string | null;
  /** `YYYY-MM-DD` */
  readonly occurredOn: string | null;
  readonly isAnonymous: boolean;
  readonly isSecret: boolean;
  readonly identity: Identity;
  /** For whom it is filed, who has agreed to it; null or absent: for oneself. */
  readonly subject?: Identity | null;
  /** Pieces of the words that look like personal data and that the reporter wants to be seen. */
  readonly shown?: readonly string[];
  readonly language: Language;
  readonly channel: 'web' | 'api' | 'counter';
  /** Two filings with the same one are the same report when they say the same; when they do not, the second is refused. */
  readonly nonce: string;
  readonly actor: Actor;
};

export type Filed = {
  readonly reportId: string;
  readonly number: string;
  /** Null when the report was filed long ago, or its code was renewed since: the code is shown to who sends the form, not to who finds it later. */
  readonly claimCode: string | null;
  readonly filedAt: Date;
  /** Whether this call made it. */
  readonly isNew: boolean;
  /** Pictures that came with a form sent again and could not join the report any more. */
  readonly leftPhotos: readonly RefusedPhoto[];
};

/** The nonce has filed a report that says something else: nothing of the second was kept, and whoever sent it has to know. */
export type NonceReused = { readonly kind: 'nonce_reused'; readonly reportId: string; readonly number: string };

/** How long the same form sent again shows the code again: a form whose answer was lost is sent again within the day. */
const codeShownForMs = 24 * 60 * 60 * 1000;

/** Files a report once, whatever is sent twice, at once, or again after a restart. Counts nothing: for a post, which is known and can be stopped. */
export const fileOnce = (laksa: Installation, tenant: Tenant, filing: Filing): Promise<Result<Filed, NonceReused>> =>
  untilFree(
    laksa,
    tenant,
    async (tx) => (await readFiled(tx, laksa, tenant, filing)) ?? ok(await insertReport(tx, laksa, tenant, filing)),
  );

/**
 * The same within the limits of filing from a network. What was filed before is neither counted nor refused. Null: an address that says nothing of
 * who is behind it, and nothing is counted.
 */
export const fileWithinLimits = async (
  laksa: Installation,
  tenant: Tenant,
  filing: Filing,
  from: FilingSender | null,
): Promise<Result<Filed, TooManyFilings | NonceReused>> => {
  if (from === null) return fileOnce(laksa, tenant, filing);
  return untilFree(laksa, tenant, async (tx) => {
    const before = await readFiled(tx, laksa, tenant, filing);
    if (before !== null) return before;
    const tooMany = await countFiling(tx, laksa, tenant, { filing, from });
    if (tooMany === null) return ok(await insertReport(tx, laksa, tenant, filing));
    // The last place may have been taken by this same form, sent twice at once.
    return (await readFiled(tx, laksa, tenant, filing)) ?? refuse(tooMany);
  });
};

/** The same form won the race, or the number drawn is taken: the next round reads the one, or draws another. */
const untilFree = async <Answer>(
  laksa: Installation,
  tenant: Tenant,
  work: (tx: Tx) => Promise<Answer>,
): Promise<Answer> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await laksa.database.inTenant(tenant.id, work);
    } catch (error) {
      if (!isTaken(error) || attempt === 5) throw error;
    }
  }
};

const isTaken = (error: unknown): boolean =>
  error instanceof Error &&
  'constraint' in error &&
  (error.constraint === 'report_nonce_unique' || error.constraint === 'report_number_unique');

/** Null: nothing was filed with this nonce. What it said is read only where something was. */
const readFiled = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  filing: Filing,
): Promise<Result<Filed, NonceReused> | null> => {
  const row = await filedRows(tx, tenant)
    .where('nonce_hash', '=', hashNonce(tenant.id, filing.nonce))
    .executeTakeFirst();
  if (row === undefined) return null;
  if (!(await saysTheSame(tx, laksa, tenant, { before: row, filing })))
    return refuse({ kind: 'nonce_reused', reportId: row.id, number: row.number });
  return ok(await filedBefore(tx, laksa, tenant, { row, filing }));
};

/** How long the same words from the same hand are the same report, whatever form they come in. Source: own. */
const sameWordsMs = 30 * 60 * 1000;

/** The report with this id if it was filed a moment ago and says what the filing says; the nonce does not count. */
export const findSame = (
  laksa: Installation,
  tenant: Tenant,
  reportId: string,
  filing: Filing,
): Promise<Filed | null> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const since = new Date(tenant.clock.now().getTime() - sameWordsMs);
    const row = await filedRows(tx, tenant).where('id', '=', reportId).where('filed_at', '>', since).executeTakeFirst();
    if (row === undefined || !(await saysTheSame(tx, laksa, tenant, { before: row, filing }))) return null;
    return filedBefore(tx, laksa, tenant, { row, filing });
  });

const filedRows = (tx: Tx, tenant: Tenant) =>
  tx
    .selectFrom('report')
    .select(['id', 'number', 'filed_at', 'claim_generation', 'claim_hash', 'reporter_id'])
    .where('tenant_id', '=', tenant.id);

type FiledRow = {
  readonly id: string;
  readonly number: string;
  readonly filed_at: Date;
  readonly claim_generation: number;
  readonly claim_hash: Buffer;
};

const filedBefore = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  { row, filing: { nonce, actor } }: { readonly row: FiledRow; readonly filing: Filing },
): Promise<Filed> => {
  const isFresh = row.claim_generation === 1 && tenant.clock.now().getTime() - row.filed_at.getTime() < codeShownForMs;
  const claim = { tenantId: tenant.id, reportId: row.id, generation: 1 };
  const claimCode = isFresh ? storedClaimCode(laksa.keyring, claim, row.claim_hash) : null;
  const leftPhotos = await addPhotos(tx, laksa, tenant, { reportId: row.id, nonce, actor });
  return { reportId: row.id, number: row.number, claimCode, filedAt: row.filed_at, isNew: false, leftPhotos };
};

const insertReport = async (tx: Tx, laksa: Installation, tenant: Tenant, filing: Filing): Promise<Filed> => {
  const at = tenant.clock.now();
  const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
  const id = uuid7(at);
  const number = makeNumber(() => randomInt(2 ** 47) / 2 ** 47);
  const code = claimCodeOf(laksa.keyring, { tenantId: tenant.id, reportId: id, generation: 1 });
  const reporterId = await savePerson(
    tx,
    { keyring: laksa.keyring, tenantId: tenant.id, at },
    filing.identity,
    filing.language,
  );
  const photos = await photosOfForm(tx, laksa, tenant.id, filing.nonce);
  const facts = { ...filing, id, number, photos: photos.map(({ secret }) => secret) };
  const { report, outcome } = fileReport(facts, contextOf(city, at));
  const own = {
    nonceHash: hashNonce(tenant.id, filing.nonce),
    claimHash: hashClaimCode(laksa.keyring, id, code),
    reporterId,
    language: filing.language,
    channel: filing.channel,
    occurredOn: filing.occurredOn,
    likeness: likenessOf(laksa.keyring, tenant.id, filing),
  };
  const change = { tenantId: tenant.id, actor: filing.actor, at };
  const watch = { calendar: city.calendar, policy: city.policy };
  const events = await insertFiled(tx, { ...change, watch }, { report, outcome, own });
  await attachPhotos(tx, { tenantId: tenant.id, reportId: id }, photos);
  await insertPlace(tx, { tenantId: tenant.id, reportId: id }, filing);
  if (filing.subject != null)
    await insertSubject(
      tx,
      { keyring: laksa.keyring, tenantId: tenant.id, at },
      { reportId: id, ...filing, subject: filing.subject },
    );
  await tellPostsOfMove(tx, { ...change, city, policy: city.policy, before: report, outcome }, events);
  return { reportId: id, number, claimCode: code, filedAt: at, isNew: true, leftPhotos: [] };
};

const contextOf = (city: City, at: Date): FilingContext => ({
  at: at.toISOString(),
  policy: city.policy,
  calendar: city.calendar,
  desk: deskOf(city),
});
