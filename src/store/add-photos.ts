import type { Actor } from '../domain/actor.ts';
import { isUntouched } from '../domain/correction.ts';
import { photosAdded } from '../domain/filing.ts';
import { photoLimits, type NotTakenProblem } from '../domain/photo.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { attachPhotos, filedPhoto } from './attach-photos.ts';
import type { Installation } from './installation.ts';
import type { RefusedPhoto } from './photo-intake.ts';
import { contentMark, formStage } from './photo-stage.ts';
import { applyOutcome } from './report-change.ts';
import { lockReport } from './report.ts';
import { readStaged, type StagedPhoto } from './staged-photos.ts';
import type { Tx } from './tx.ts';

export type SentAgain = { readonly reportId: string; readonly nonce: string; readonly actor: Actor };

/**
 * What waits with a form whose report is filed already: pictures that came when it was sent once more. They join the report while nobody but its
 * reporter has done anything with it. Gives those that do not, each with why: nothing that was sent is lost without a word.
 */
export const addPhotos = (tx: Tx, laksa: Installation, tenant: Tenant, sent: SentAgain) =>
  join(tx, laksa, tenant, { ...sent, isLater: false });

/** Pictures that the reporter sends later, with words of theirs: whatever has happened meanwhile, up to as many as a report may have in its life. */
export const addLaterPhotos = (tx: Tx, laksa: Installation, tenant: Tenant, sent: SentAgain) =>
  join(tx, laksa, tenant, { ...sent, isLater: true });

const join = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  { reportId, nonce, actor, isLater }: SentAgain & { readonly isLater: boolean },
): Promise<readonly RefusedPhoto[]> => {
  const stage = formStage(laksa.keyring, tenant.id, nonce);
  const staged = (await readStaged(tx, laksa, stage)).filter(({ state }) => state !== 'unreadable');
  if (staged.length === 0) return [];
  const stored = await lockReport(tx, tenant.id, { id: reportId });
  if (stored === null) throw new Error('a report that was filed is gone');
  const before = await marksOf(tx, tenant.id, reportId);
  const markOf = ({ details }: StagedPhoto): string =>
    contentMark(laksa.keyring, tenant.id, details.sha256).toString('hex');
  const wanted = staged.filter((photo) => !before.includes(markOf(photo)));
  if (!isLater && !isUntouched(stored.report.happened)) return wanted.map(because('filed_already'));
  const room = Math.max(0, (isLater ? photoLimits.inItsLife : photoLimits.count) - before.length);
  const joining = wanted.slice(0, room).map(filedPhoto);
  if (joining.length > 0) {
    const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
    const event = photosAdded(
      joining.map(({ secret }) => secret),
      before.length,
    );
    const outcome = { report: {}, events: [event], clocks: [], assignments: [], merges: [] };
    const watch = { calendar: city.calendar, policy: city.policy };
    await applyOutcome(tx, stored, outcome, { tenantId: tenant.id, actor, at: tenant.clock.now(), watch });
    await attachPhotos(tx, { tenantId: tenant.id, reportId }, joining);
  }
  return wanted.slice(room).map(because('too_many'));
};

const because =
  (problem: NotTakenProblem) =>
  ({ details }: StagedPhoto): RefusedPhoto => ({ name: details.name, problem });

/** The pictures that the report has: a form that comes back under a new nonce brings the same again. */
const marksOf = async (tx: Tx, tenantId: string, reportId: string) => {
  const photos = await tx
    .selectFrom('photo')
    .select('content_mark')
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .where('purpose', '=', 'report')
    .execute();
  return photos.map((row) => row.content_mark?.toString('hex'));
};
