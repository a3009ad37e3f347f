import type { CountedBy } from '../../domain/filing-limits.ts';
import type { Text } from '../../ui/texts/text.ts';

export type TooMany = {
  readonly by: CountedBy;
  /** The day and the time of day from which the report is taken. */
  readonly from: string;
};

/** Stands where the error summary stands and takes the focus like it; but no field is wrong, so it leads to none. */
export const TooManyNotice = ({ t, by, from }: TooMany & { readonly t: Text }) => (
  <section class="notice notice-danger" role="alert" aria-labelledby="too-many" tabindex={-1} autofocus>
    <h2 class="notice-title" id="too-many">
      {t('fileReport.tooMany.title')}
    </h2>
    <p>{t(`fileReport.tooMany.${by}`, { from })}</p>
    <p>{t('fileReport.tooMany.kept')}</p>
  </section>
);
