import { showNumber } from '../../domain/report-number.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { NumberField } from './digits-field.view.tsx';

export type LostCodeProps = {
  readonly frame: PageFrame;
  readonly number: string;
  readonly contact: string;
  readonly problems: readonly { readonly field: 'nomor' | 'kontak'; readonly text: string }[];
  /** It was asked for: the same words whether or not number and contact belong together. */
  readonly isAsked: boolean;
  /** This browser filed within the day, and can see the code of that once more. */
  readonly mayShow: boolean;
};

export const LostCodePage = (props: LostCodeProps) => {
  const { frame, problems, isAsked } = props;
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('trackReport.lost.title')} hasErrors={problems.length > 0}>
      <ErrorSummary t={t} problems={problems} />
      <h1>{t('trackReport.lost.title')}</h1>
      {frame.keepsLetters === true ? (
        <NoticeBox tone="warning">
          <p>{t('trackReport.lost.noLetters')}</p>
          {props.number !== '' && <p class="number-shown">{showNumber(props.number)}</p>}
          {props.mayShow && (
            <p>
              <a href="/lapor/terkirim">{t('trackReport.lost.stillShown')}</a>
            </p>
          )}
          <p>
            <a href="/lapor">{t('fileReport.title')}</a>
          </p>
        </NoticeBox>
      ) : isAsked ? (
        <NoticeBox tone="info" live="status">
          <p>{t('trackReport.lost.asked')}</p>
          <p>
            <a href="/lacak">{t('trackReport.title')}</a>
          </p>
        </NoticeBox>
      ) : (
        <AskForm {...props} />
      )}
    </Page>
  );
};

const AskForm = ({ frame: { t }, number, contact, problems }: LostCodeProps) => {
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.text;
  return (
    <>
      <p>{t('trackReport.lost.text')}</p>
      <PostForm action="/lacak/kode-baru">
        <NumberField t={t} value={number} error={errorOf('nomor')} />
        <TextField
          name="kontak"
          label={t('trackReport.lost.contact')}
          hint={t('trackReport.lost.contactHint')}
          value={contact}
          error={errorOf('kontak')}
        />
        <Button>{t('trackReport.lost.submit')}</Button>
      </PostForm>
    </>
  );
};
