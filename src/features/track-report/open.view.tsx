import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { CodeField, NumberField } from './digits-field.view.tsx';

export type OpenProps = {
  readonly frame: PageFrame;
  readonly number: string;
  readonly code: string;
  readonly problems: readonly { readonly field: 'nomor' | 'kode'; readonly text: string }[];
  /** Something to say above the form: the report was closed on this device, the time ran out. */
  readonly say: string | null;
  /** A move that was typed when the time ran out; it is taken up again behind the code. */
  readonly hidden: Readonly<Record<string, string>>;
};

export const OpenPage = ({ frame, number, code, problems, say, hidden }: OpenProps) => {
  const { t } = frame;
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.text;
  return (
    <Page {...frame} robots="none" title={t('trackReport.title')} hasErrors={problems.length > 0}>
      <ErrorSummary t={t} problems={problems} />
      {say !== null && (
        <NoticeBox tone="info" live="status">
          <p>{say}</p>
        </NoticeBox>
      )}
      <h1>{t('trackReport.title')}</h1>
      <PostForm action="/lacak" hidden={hidden}>
        <NumberField t={t} value={number} error={errorOf('nomor')} />
        <CodeField t={t} value={code} error={errorOf('kode')} />
        <Buttons>
          <Button>{t('trackReport.form.submit')}</Button>
        </Buttons>
      </PostForm>
      <p>
        <a href={number === '' ? '/lacak/kode-baru' : `/lacak/kode-baru?nomor=${encodeURIComponent(number)}`}>
          {t('trackReport.lost.link')}
        </a>
      </p>
      <p>
        <a href="/laporan-saya">{t('trackReport.onDevice')}</a>
      </p>
    </Page>
  );
};
