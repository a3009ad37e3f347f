import { photoLimits, stagedAtMostMs, stagedForMs, type PhotoState, type UnreadableProblem } from '../domain/photo.ts';
import { jobs } from '../platform/jobs/jobs.ts';
import type { Installation } from './installation.ts';
import { openDetails, sealDetails, type PhotoDetails } from './photo-details.ts';
import { lockStage, type PhotoStage } from './photo-stage.ts';
import { removeLeft, removePhoto } from './remove-photo.ts';
import type { TakenPhoto } from './take-photo.ts';
import type { Tx } from './tx.ts';

/** A picture that waits with its form. */
export type StagedPhoto = {
  readonly id: string;
  readonly state: PhotoState;
  readonly problem: UnreadableProblem | null;
  readonly details: PhotoDetails;
};

/** Ids of what waits now; those that were too many are gone. */
export type Staging = { readonly ids: readonly string[]; readonly tooMany: readonly TakenPhoto[] };

/** Puts pictures that were taken under their form and has them worked on. The same picture sent twice stays one, and is told as the first. */
export const stagePhotos = async (
  laksa: Installation,
  stage: PhotoStage,
  taken: readonly TakenPhoto[],
): Promise<Staging> => {
  if (taken.length === 0) return { ids: [], tooMany: [] };
  const { tenantId, mark } = stage;
  const chosen = await laksa.database.inTenant(tenantId, async (tx) => {
    await lockStage(tx, stage);
    const there = await tx
      .selectFrom('photo')
      .select(['id', 'content_mark'])
      .where('tenant_id', '=', tenantId)
      .where('staged_under', '=', mark)
      .execute();
    const choice = chooseFrom(taken, there);
    for (const { id, isOfMany } of choice.kept) {
      const touched_at = laksa.clock.now();
      await tx
        .updateTable('photo')
        .set({ staged_under: mark, touched_at })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .execute();
      await jobs.add(
        tx,
        'work-on-photo',
        { tenantId, photoId: id },
        { queue: isOfMany === true ? 'photos-of-many' : 'photos' },
      );
    }
    return choice;
  });
  for (const { id } of [...chosen.same, ...chosen.tooMany]) await removePhoto(laksa, { tenantId, id });
  return { ids: chosen.ids, tooMany: chosen.tooMany };
};

type Chosen = { readonly ids: readonly string[] } & Readonly<
  Record<'kept' | 'same' | 'tooMany', readonly TakenPhoto[]>
>;

type Known = { readonly id: string; readonly content_mark: Buffer | null };

const chooseFrom = (taken: readonly TakenPhoto[], there: readonly Known[]): Chosen => {
  const idByMark = new Map(there.map((row) => [row.content_mark?.toString('hex') ?? row.id, row.id]));
  const chosen = {
    ids: new Set<string>(),
    kept: new Array<TakenPhoto>(),
    same: new Array<TakenPhoto>(),
    tooMany: new Array<TakenPhoto>(),
  };
  for (const photo of taken) {
    const mark = photo.contentMark.toString('hex');
    const before = idByMark.get(mark);
    const isOver = before === undefined && idByMark.size >= photoLimits.count;
    if (isOver) chosen.tooMany.push(photo);
    else (before === undefined ? chosen.kept : chosen.same).push(photo);
    if (isOver) continue;
    idByMark.set(mark, before ?? photo.id);
    chosen.ids.add(before ?? photo.id);
  }
  return { ...chosen, ids: [...chosen.ids] };
};

/** What waits with a form, in the order it came. Looking at it is a touch: it is kept for another day. What cannot be opened any more waits no longer. */
export const stagedPhotos = (laksa: Installation, stage: PhotoStage): Promise<readonly StagedPhoto[]> =>
  laksa.database.inTenant(stage.tenantId, (tx) => readStaged(tx, laksa, stage));

export const readStaged = async (
  tx: Tx,
  laksa: Pick<Installation, 'keyring' | 'clock'>,
  { tenantId, mark }: PhotoStage,
): Promise<readonly StagedPhoto[]> => {
  const at = laksa.clock.now();
  const rows = await tx
    .updateTable('photo')
    .set({ touched_at: at })
    .where('tenant_id', '=', tenantId)
    .where('staged_under', '=', mark)
    .where('report_id', 'is', null)
    .returning(['id', 'state', 'problem', 'details', 'details_key_id'])
    .execute();
  const photos: StagedPhoto[] = [];
  for (const { id, state, problem, details, details_key_id: keyId } of rows) {
    if (!isSettled(state) || keyId === null || details === null) continue;
    const keys = await laksa.keyring.tenantKeys(tx, tenantId, at, keyId);
    const opened = openDetails(keys, keyId, id, details);
    if (opened === null) continue;
    photos.push({ id, state, problem: isProblem(problem) ? problem : null, details: opened });
  }
  return photos.toSorted((one, other) => (one.id < other.id ? -1 : 1));
};

const isSettled = (state: string): state is PhotoState => ['staged', 'ready', 'unreadable'].includes(state);
const isProblem = (problem: string | null): problem is UnreadableProblem => problem !== null;

/** The form goes on under another nonce, and what waits goes with it. */
export const restagePhotos = async (
  { database }: Installation,
  { tenantId, mark }: PhotoStage,
  to: PhotoStage,
): Promise<void> => {
  await database.inTenant(tenantId, (tx) =>
    tx
      .updateTable('photo')
      .set({ staged_under: to.mark })
      .where('tenant_id', '=', tenantId)
      .where('staged_under', '=', mark)
      .where('report_id', 'is', null)
      .execute(),
  );
};

/** Adds what the sender's telephone read of a picture before it made it smaller. What the picture itself says outweighs it, and what is filed stays as it was. */
export const noteTold = async (
  laksa: Installation,
  { tenantId, mark }: PhotoStage,
  id: string,
  told: Pick<PhotoDetails, 'latitude' | 'longitude' | 'takenAt'>,
): Promise<void> => {
  if (Object.keys(told).length === 0) return;
  await laksa.database.inTenant(tenantId, async (tx) => {
    const row = await tx
      .selectFrom('photo')
      .select(['details', 'details_key_id'])
      .where('tenant_id', '=', tenantId)
      .where('staged_under', '=', mark)
      .where('id', '=', id)
      .where('report_id', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined || row.details === null || row.details_key_id === null) return;
    const keys = await laksa.keyring.tenantKeys(tx, tenantId, laksa.clock.now(), row.details_key_id);
    const before = openDetails(keys, row.details_key_id, id, row.details);
    if (before === null) return;
    const details = { ...told, ...before };
    await tx
      .updateTable('photo')
      .set(sealDetails(keys, id, details))
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .execute();
  });
};

/** The sender does not want it sent. What is not under this form is nobody's to drop. */
export const dropPhoto = async (laksa: Installation, { tenantId, mark }: PhotoStage, id: string): Promise<void> => {
  const found = await laksa.database.inTenant(tenantId, (tx) =>
    tx
      .selectFrom('photo')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('staged_under', '=', mark)
      .where('report_id', 'is', null)
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  if (found !== undefined) await removePhoto(laksa, { tenantId, id });
};

/** Forgets what nobody has touched for a day, or what has waited for three, and no report came for. True when more is waiting. */
export const forgetLeftPhotos = (laksa: Installation, tenantId: string): Promise<boolean> => {
  const ago = (ms: number): Date => new Date(laksa.clock.now().getTime() - ms);
  return removeLeft(laksa, tenantId, { touchedBefore: ago(stagedForMs), receivedBefore: ago(stagedAtMostMs) });
};
