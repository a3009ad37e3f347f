import { NoticeBox } from '../../ui/notice-box.tsx';
import type { Text } from '../../ui/texts/text.ts';

/** That no letter of a report goes out, and where that is changed. */
export const LettersStopped = ({ t, number }: { readonly t: Text; readonly number: string }) => (
  <NoticeBox tone="info">
    <p>
      {t('noticeChoice.noneSent')} <a href={`/lacak/${number}/pemberitahuan`}>{t('noticeChoice.noneSentChange')}</a>
    </p>
  </NoticeBox>
);
