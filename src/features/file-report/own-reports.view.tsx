import { ButtonLink, Buttons } from '../../ui/button.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';

/** The numbers that this device remembers. The script fills the list; without it the page says how to come to a report all the same. */
export const OwnReportsPage = ({ frame }: { readonly frame: PageFrame }) => {
  const { t } = frame;
  return (
    <Page {...frame} title={t('fileReport.own.title')} scripts={['file-report/own-reports.client.ts']}>
      <h1>{t('fileReport.own.title')}</h1>
      <div data-own-reports hidden>
        <p class="lead">{t('fileReport.own.lead')}</p>
        <ul data-own-list data-filed={t('fileReport.own.filed')} />
        <p>{t('fileReport.own.shared')}</p>
        <Buttons>
          <button class="button button-secondary" type="button" data-own-forget>
            {t('fileReport.own.forget')}
          </button>
        </Buttons>
      </div>
      <div data-own-none>
        <p class="lead">{t('fileReport.own.none')}</p>
        <p>{t('fileReport.own.without')}</p>
      </div>
      <Buttons>
        <ButtonLink href="/lacak">{t('fileReport.own.track')}</ButtonLink>
        <ButtonLink href="/lapor" tone="secondary">
          {t('fileReport.title')}
        </ButtonLink>
      </Buttons>
    </Page>
  );
};
