import { showNumber } from '../../domain/report-number.ts';
import { ButtonLink, Buttons } from '../../ui/button.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';

export type SupportedProps = {
  readonly frame: PageFrame;
  readonly number: string;
  readonly supporters: number;
  /** Whether this voice is new, or was counted before. */
  readonly said: 'counted' | 'already';
  /** Whether they had begun a report of their own. */
  readonly hadWords: boolean;
};

/** What happens now that somebody has said that a public report is theirs too. */
export const SupportedPage = ({ frame, number, supporters, said, hadWords }: SupportedProps) => {
  const { t } = frame;
  const sends = frame.keepsLetters !== true;
  return (
    <Page {...frame} robots="none" title={t('fileReport.supported.title')}>
      <h1>{t('fileReport.supported.title')}</h1>
      <NoticeBox tone="success">
        <p>{t(`fileReport.supported.${said}`, { number: showNumber(number), count: supporters })}</p>
      </NoticeBox>
      <p>{t(sends ? 'fileReport.supported.follow' : 'fileReport.supported.read')}</p>
      {hadWords && <p>{t('fileReport.supported.notFiled')}</p>}
      <Buttons>
        <ButtonLink href={`/laporan/${number}`}>{t('fileReport.supported.open')}</ButtonLink>
        {sends && (
          <ButtonLink href={`/laporan/${number}/ikuti`} tone="secondary">
            {t('fileReport.supported.byMail')}
          </ButtonLink>
        )}
        <ButtonLink href="/lapor" tone="secondary">
          {t('fileReport.supported.another')}
        </ButtonLink>
      </Buttons>
    </Page>
  );
};
