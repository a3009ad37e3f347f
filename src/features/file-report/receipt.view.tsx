import { showClaimCode } from '../../domain/claim-code.ts';
import { showNumber } from '../../domain/report-number.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Document } from '../../ui/document.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { Text } from '../../ui/texts/text.ts';

/** What UU 25/2009 art. 44 wants of a receipt: who reports, what in short, where and when, who received it. */
export type ReceiptProps = {
  readonly frame: PageFrame;
  readonly number: string;
  /** Only while the code is shown at all. */
  readonly claimCode: string | null;
  readonly filedAt: string;
  readonly kind: string;
  readonly category: string | null;
  readonly summary: string;
  readonly place: string | null;
  readonly occurredOn: string | null;
  /** Null when it is no longer shown here. */
  readonly identity: {
    readonly name: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  } | null;
  readonly next: string | null;
  readonly trackAt: string;
};

export const ReceiptPage = (props: ReceiptProps) => {
  const { frame, number } = props;
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('fileReport.receipt.heading')}>
      <h1 class="no-print">{t('fileReport.receipt.heading')}</h1>
      <p class="no-print">{t('fileReport.receipt.print')}</p>
      {props.identity === null && <WithoutIdentity t={t} number={number} />}
      <Document
        city={frame.city}
        title={t('fileReport.receipt.heading')}
        subtitle={showNumber(number)}
        foot={<Foot {...props} />}
      >
        <DefinitionList items={factsOf(props)} />
      </Document>
    </Page>
  );
};

/** The sheet lacks what is missing for a reason, and there is another way to the report. */
const WithoutIdentity = ({ t, number }: { readonly t: Text; readonly number: string }) => (
  <NoticeBox tone="info">
    <p>{t('fileReport.receipt.identityGone')}</p>
    <p class="no-print">
      <a href={`/lacak?nomor=${number}`}>{t('fileReport.success.track')}</a>
    </p>
  </NoticeBox>
);

const factsOf = ({ frame: { city, t }, identity, ...receipt }: ReceiptProps) => [
  { term: t('fileReport.receipt.filedAt'), details: receipt.filedAt },
  { term: t('fileReport.receipt.city'), details: t('fileReport.receipt.unit', { city: city.name }) },
  {
    term: t('fileReport.receipt.reporter'),
    details: identity === null ? null : (identity.name ?? t('fileReport.receipt.nameless')),
  },
  { term: t('fileReport.field.phone'), details: identity?.phone },
  { term: t('fileReport.field.email'), details: identity?.email },
  { term: t('fileReport.receipt.kind'), details: receipt.kind },
  { term: t('fileReport.receipt.category'), details: receipt.category },
  { term: t('fileReport.receipt.summary'), details: receipt.summary },
  { term: t('fileReport.receipt.place'), details: receipt.place },
  { term: t('fileReport.receipt.occurredOn'), details: receipt.occurredOn },
  { term: t('fileReport.receipt.nextStep'), details: receipt.next },
  { term: t('fileReport.receipt.trackAt'), details: receipt.trackAt },
  { term: t('fileReport.success.code'), details: receipt.claimCode === null ? null : showClaimCode(receipt.claimCode) },
];

const Foot = ({ frame: { t }, claimCode }: ReceiptProps) => (
  <>
    {claimCode !== null && <p>{t('fileReport.receipt.keep')}</p>}
    <p>{t('fileReport.receipt.law')}</p>
  </>
);
