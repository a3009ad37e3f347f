import { proofNames } from '../../domain/proof-question.ts';
import { showNumber } from '../../domain/report-number.ts';
import { Button } from '../../ui/button.tsx';
import { fieldId } from '../../ui/field.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { HeldBackNotice } from './held-back.view.tsx';

/** The report that was to be supported instead could not be; `may_prove`: it is, once a small question in the form is answered. */
export type NotSupported =
  | { readonly why: 'not_found' | 'too_many_tries' }
  | { readonly why: 'may_prove'; readonly number: string };

export const NotSupportedNotice = ({ t, why }: { readonly t: Text; readonly why: NotSupported['why'] }) => (
  <HeldBackNotice title={t('fileReport.notSupported.title')}>
    <p>{t(`fileReport.notSupported.${why}`)}</p>
    {why === 'may_prove' && (
      <p>
        <a href={`#${fieldId({ name: proofNames.answer })}`}>{t('fileReport.notSupported.answer')}</a>
      </p>
    )}
  </HeldBackNotice>
);

/** Below the question: its answer is for this button, and as well for a report of one's own. */
export const SupportAgain = ({ t, number }: { readonly t: Text; readonly number: string }) => (
  <Button name="support" value={number} tone="secondary">
    {t('fileReport.preview.support', { number: showNumber(number) })}
  </Button>
);
