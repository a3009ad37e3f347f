import type { CountedBy } from '../../domain/filing-limits.ts';
import { proofNames } from '../../domain/proof-question.ts';
import { fieldId } from '../../ui/field.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { HeldBackNotice } from './held-back.view.tsx';

export type TooMany = {
  readonly by: CountedBy;
  /** The day and the time of day from which the report is taken. */
  readonly from: string;
  /** Whether a small question stands in the form, whose answer has it taken at once. */
  readonly isAsked: boolean;
};

export const TooManyNotice = ({ t, by, from, isAsked }: TooMany & { readonly t: Text }) => (
  <HeldBackNotice title={t('fileReport.tooMany.title')}>
    <p>{t(`fileReport.tooMany.${by}`)}</p>
    {isAsked && (
      <p>
        <a href={`#${fieldId({ name: proofNames.answer })}`}>{t('fileReport.tooMany.answer')}</a>
      </p>
    )}
    <p>{t(isAsked ? 'fileReport.tooMany.orLater' : 'fileReport.tooMany.later', { from })}</p>
    <p>{t('fileReport.tooMany.kept')}</p>
  </HeldBackNotice>
);
