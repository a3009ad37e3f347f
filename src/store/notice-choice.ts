import type { NoticeSteps } from '../domain/notice-steps.ts';
import type { QuietHours } from '../domain/quiet-hours.ts';
import type { Language } from '../platform/i18n/language.ts';
import { lookNoticesAgain } from './notice-delivery.ts';
import type { Tx } from './tx.ts';

/** Whose choice it is, and when it was made. */
export type Chooser = { readonly tenantId: string; readonly personId: string; readonly at: Date };

export type NoticeChoice = {
  readonly steps: NoticeSteps;
  /** Null: those of the city. */
  readonly quiet: QuietHours | null;
  readonly language: Language;
};

/** How somebody wants to be told from now on; what waits for them is looked at anew. */
export const chooseNotices = async (tx: Tx, chooser: Chooser, choice: NoticeChoice): Promise<void> => {
  const { tenantId, personId } = chooser;
  await tx
    .updateTable('person')
    .set({ language: choice.language })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', personId)
    .execute();
  await keep(tx, chooser, {
    steps: choice.steps,
    quiet_from: choice.quiet?.from ?? null,
    quiet_until: choice.quiet?.until ?? null,
  });
  await lookNoticesAgain(tx, tenantId, personId);
};

/** No letters of this person's reports any more. What waits is dropped at the next look; a second time changes nothing, and gives false. */
export const stopNotices = async (tx: Tx, chooser: Chooser): Promise<boolean> => {
  const { numInsertedOrUpdatedRows: changed = 0n } = await tx
    .insertInto('notice_choice')
    .values({ ...untouched(chooser), stopped_at: chooser.at })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'person_id'])
        .doUpdateSet({ stopped_at: chooser.at, changed_at: chooser.at })
        .where('notice_choice.stopped_at', 'is', null),
    )
    .executeTakeFirstOrThrow();
  await lookNoticesAgain(tx, chooser.tenantId, chooser.personId);
  return changed > 0n;
};

/** Letters again, of what happens from now on. */
export const resumeNotices = async (tx: Tx, chooser: Chooser): Promise<void> => {
  await keep(tx, chooser, { stopped_at: null });
};

type Changed = {
  readonly steps?: NoticeSteps;
  readonly quiet_from?: string | null;
  readonly quiet_until?: string | null;
  readonly stopped_at?: Date | null;
};

const keep = async (tx: Tx, chooser: Chooser, changed: Changed): Promise<void> => {
  await tx
    .insertInto('notice_choice')
    .values({ ...untouched(chooser), ...changed })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'person_id']).doUpdateSet({ ...changed, changed_at: chooser.at }),
    )
    .execute();
};

/** What holds for whoever has chosen nothing. */
const untouched = ({ tenantId, personId, at }: Chooser) => ({
  tenant_id: tenantId,
  person_id: personId,
  channel: 'email',
  steps: 'all',
  quiet_from: null,
  quiet_until: null,
  stopped_at: null,
  changed_at: at,
});
