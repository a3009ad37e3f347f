import { showNumber } from '../../domain/report-number.ts';
import type { Text } from '../../ui/texts/text.ts';
import { HeldBackNotice } from './held-back.view.tsx';

/** Another report was sent with this form. */
export type SentBefore = {
  /** Of the other report; null for a browser that may not know it. */
  readonly number: string | null;
};

export const SentBeforeNotice = ({ t, number }: SentBefore & { readonly t: Text }) => (
  <HeldBackNotice title={t('fileReport.sentBefore.title')}>
    <p>
      {number === null
        ? t('fileReport.sentBefore.other')
        : t('fileReport.sentBefore.numbered', { number: showNumber(number) })}
    </p>
    {number !== null && (
      <p>
        <a href="/lapor/lacak?ke=perbaiki">{t('fileReport.sentBefore.correct')}</a>
      </p>
    )}
    <p>{t('fileReport.sentBefore.again')}</p>
  </HeldBackNotice>
);
