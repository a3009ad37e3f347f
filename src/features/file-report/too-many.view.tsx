import type { CountedBy } from '../../domain/filing-limits.ts';
import type { Text } from '../../ui/texts/text.ts';
import { HeldBackNotice } from './held-back.view.tsx';

export type TooMany = {
  readonly by: CountedBy;
  /** The day and the time of day from which the report is taken. */
  readonly from: string;
};

export const TooManyNotice = ({ t, by, from }: TooMany & { readonly t: Text }) => (
  <HeldBackNotice title={t('fileReport.tooMany.title')}>
    <p>{t(`fileReport.tooMany.${by}`, { from })}</p>
    <p>{t('fileReport.tooMany.kept')}</p>
  </HeldBackNotice>
);
