import { areSameBoxes, boxText, type BlurBox } from '../domain/blur-box.ts';
import { mayBlur } from '../domain/may-blur.ts';
import { uncoveredBoxes } from '../domain/uncovered-boxes.ts';
import type { NewEvent } from '../domain/outcome.ts';
import type { Refusal } from '../domain/refusal.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { jobs } from '../platform/jobs/jobs.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { NamedPost } from './city.ts';
import type { Installation } from './installation.ts';
import { readBlurs } from './photo-blur.ts';
import { applyOutcome } from './report-change.ts';
import { lockReport } from './report.ts';
import type { Tx } from './tx.ts';

export type Blurring = {
  readonly number: string;
  readonly photoId: string;
  readonly post: NamedPost;
  readonly boxes: readonly BlurBox[];
  /** The version that the boxes were drawn over; 0: none was drawn before. */
  readonly version: number;
  /** Whether the officer was asked, and everyone may see what lay under the boxes. */
  readonly mayUncover: boolean;
};

/** Everyone would see what lay under these boxes; whoever drew has to say that they may. */
export type Uncovering = { readonly kind: 'uncovers'; readonly boxes: readonly BlurBox[] };

/**
 * Says what nobody shall recognise on a picture from here on: a version of its own with all its boxes, an event, and the work that makes its files.
 * Until these are there, nobody outside sees the picture. The same boxes once more change nothing. A picture that was chosen for everyone loses no box
 * without a word to it, even while its report is hidden.
 */
export const blurPhoto = async (
  tx: Tx,
  laksa: Pick<Installation, 'cities' | 'clock'>,
  tenant: Tenant,
  blurring: Blurring,
): Promise<Result<null, Refusal | Uncovering>> => {
  const { number, photoId, post, boxes } = blurring;
  const stored = await lockReport(tx, tenant.id, { number });
  if (stored === null) return refuse({ kind: 'not_found' });
  const photo = await photoOf(tx, tenant.id, { reportId: stored.report.id, photoId });
  if (photo === null || !mayBlur(post, stored.report, photo.purpose)) return refuse({ kind: 'not_found' });
  const blurs = await readBlurs(tx, tenant.id, photoId);
  const [now = { version: 0, boxes: [] }] = blurs;
  if (areSameBoxes(now.boxes, boxes)) return ok(null);
  if (now.version !== blurring.version) return refuse({ kind: 'changed_meanwhile', version: now.version });
  const uncovered = photo.isPublic ? uncoveredBoxes(now.boxes, boxes) : [];
  if (uncovered.length > 0 && !blurring.mayUncover) return refuse({ kind: 'uncovers', boxes: uncovered });
  const version = now.version + 1;
  await writeBlur(tx, tenant, { ...blurring, version });
  const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
  const outcome = {
    report: {},
    events: [blurred(photoId, version, boxes.length)],
    clocks: [],
    assignments: [],
    merges: [],
  };
  const watch = { calendar: city.calendar, policy: city.policy };
  const actor = { kind: 'post', post } as const;
  await applyOutcome(tx, stored, outcome, { tenantId: tenant.id, actor, at: tenant.clock.now(), watch });
  await jobs.add(tx, 'blur-photo', { tenantId: tenant.id, photoId }, { queue: 'photos' });
  return ok(null);
};

type Kept = { readonly purpose: 'report' | 'proof'; readonly isPublic: boolean };

const photoOf = async (
  tx: Tx,
  tenantId: string,
  { reportId, photoId }: { readonly reportId: string; readonly photoId: string },
): Promise<Kept | null> => {
  const row = await tx
    .selectFrom('photo')
    .select(['purpose', 'is_public'])
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .where('id', '=', photoId)
    .where('state', '=', 'ready')
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  return { purpose: row.purpose === 'proof' ? 'proof' : 'report', isPublic: row.is_public };
};

type Version = Pick<Blurring, 'photoId' | 'post' | 'boxes' | 'version'>;

const writeBlur = async (tx: Tx, tenant: Tenant, { photoId, post, boxes, version }: Version): Promise<void> => {
  const drawn = { boxes: boxes.map(boxText), post_id: post.id, at: tenant.clock.now() };
  await tx
    .insertInto('photo_blur')
    .values({ tenant_id: tenant.id, photo_id: photoId, version, ...drawn })
    .execute();
  await tx
    .updateTable('photo')
    .set({ blur_version: version })
    .where('tenant_id', '=', tenant.id)
    .where('id', '=', photoId)
    .execute();
};

const blurred = (photoId: string, version: number, boxes: number): NewEvent => ({
  kind: 'photo_blurred',
  payload: { photoId, version, boxes },
  secrets: {},
  tellsReporter: false,
});
