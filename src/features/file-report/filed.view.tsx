import { ButtonLink, Buttons } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/layout.tsx';
import { EmergencyNotice, NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { RefusedPhotos, type RefusedPhotoProps } from '../../ui/photo-strip.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { showClaimCode } from '../../domain/claim-code.ts';
import { showNumber } from '../../domain/report-number.ts';
import { Unreachable, type Reachable } from './unreachable.view.tsx';

export type FiledProps = {
  readonly frame: PageFrame;
  readonly number: string;
  /** The day, in words. */
  readonly filedOn: string;
  /** Null when it is no longer shown here. */
  readonly claimCode: string | null;
  /** "Tanggapan pertama: paling lambat Selasa 24 November pukul 14.00"; null when nothing runs any more. */
  readonly next: NextStep | null;
  readonly reporter: Reachable;
  /** The mail address, masked; null: none was told, or who they are is not shown here. */
  readonly address: string | null;
  /** Where the report itself is opened. */
  readonly trackPath: string;
  /** Where its words are mended; null: they no longer may be, or not from here. */
  readonly correctPath: string | null;
  readonly receiptPath: string;
  /** It had been filed before. */
  readonly isRepeat: boolean;
  readonly isDanger: boolean;
  /** What is to be said of the place that was written; null: nothing. */
  readonly placeWords: string | null;
  /** How many pictures have arrived with it. */
  readonly photos: number;
  readonly isSecret: boolean;
  readonly refusedPhotos: readonly RefusedPhotoProps[];
};

/** What is waited for, and how long still: that is true only while it is read, so paper leaves it off. */
export type NextStep = { readonly words: string; readonly remaining: string };

export const FiledPage = (props: FiledProps) => {
  const { frame, number, claimCode, next, reporter } = props;
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('fileReport.success.title')} scripts={ownScripts}>
      {props.isDanger && <EmergencyNotice t={t} />}
      <h1 tabindex={-1} autofocus>
        <Icon name="check" /> {t('fileReport.success.title')}
      </h1>
      <Proof number={number} filedOn={props.filedOn} claimCode={claimCode} t={t} />
      <Leave t={t} number={number} />
      {props.isRepeat && (
        <NoticeBox tone="info">
          <p>{t('fileReport.success.before')}</p>
        </NoticeBox>
      )}
      {props.placeWords !== null && (
        <NoticeBox tone="warning">
          <p>{props.placeWords}</p>
        </NoticeBox>
      )}
      <Contents {...props} />
      <h2>{t('fileReport.success.next')}</h2>
      {next !== null && (
        <p>
          {next.words} <span class="no-print">({next.remaining})</span>
        </p>
      )}
      <Letters {...props} />
      <Unreachable frame={frame} reporter={reporter} />
      <RefusedPhotos t={t} photos={props.refusedPhotos} />
      <WaysOn {...props} />
    </Page>
  );
};

/** Conditional: whether an address wants no letters is not told to whoever typed it. */
const Letters = ({ frame: { t, keepsLetters }, reporter, address }: FiledProps) => {
  if (keepsLetters === true) return null;
  if (reporter.email === null) return <p>{t('fileReport.success.addEmail')}</p>;
  return (
    <p>
      {t('fileReport.success.nextWithEmail')} {address !== null && t('fileReport.success.yourEmail', { address })}
    </p>
  );
};

/** Beside the code: who holds the device next would read it. */
const Leave = ({ t, number }: { readonly t: Text; readonly number: string }) => (
  <form class="no-print" method="post" action={`/lacak/${number}/keluar`}>
    <button class="button button-plain">{t('fileReport.success.leave')}</button>
  </form>
);

const Contents = ({ frame: { t }, photos, isSecret }: FiledProps) => (
  <>
    {photos > 0 && <p>{t('fileReport.success.photos', { count: photos })}</p>}
    {isSecret && <p>{t('fileReport.success.secret')}</p>}
  </>
);

const ownScripts = ['file-report/own-reports.client.ts'];

const WaysOn = ({ frame: { t }, trackPath, receiptPath, correctPath }: FiledProps) => (
  <>
    <Buttons>
      <ButtonLink href={trackPath}>
        <Icon name="search" /> {t('fileReport.success.track')}
      </ButtonLink>
      <ButtonLink href={receiptPath} tone="secondary">
        <Icon name="print" /> {t('fileReport.receipt.open')}
      </ButtonLink>
      {correctPath !== null && (
        <ButtonLink href={correctPath} tone="secondary">
          {t('fileReport.success.correct')}
        </ButtonLink>
      )}
    </Buttons>
    <p hidden data-own-link>
      <a href="/laporan-saya">{t('fileReport.success.own')}</a>
    </p>
  </>
);

type ProofProps = Pick<FiledProps, 'number' | 'filedOn'> & { readonly claimCode: string | null; readonly t: Text };

/** Number and code stand on one element too, for whoever reads the page by program. */
const Proof = ({ number, filedOn, claimCode, t }: ProofProps) => (
  <div
    class="notice notice-success"
    data-number={number}
    data-claim-code={claimCode ?? undefined}
    data-filed-on={filedOn}
  >
    <p class="notice-title">{t('fileReport.success.number')}</p>
    <p class="number-shown">{showNumber(number)}</p>
    {claimCode === null ? (
      <p>{t('fileReport.success.codeGone')}</p>
    ) : (
      <>
        <p class="notice-title">{t('fileReport.success.code')}</p>
        <p class="number-shown">{showClaimCode(claimCode)}</p>
        <p>{t('fileReport.success.codeHint')}</p>
      </>
    )}
  </div>
);
