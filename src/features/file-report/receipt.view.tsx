import { DefinitionList } from '../../ui/definition-list.tsx';
import { Document } from '../../ui/document.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { Text } from '../../ui/texts/text.ts';

/** What page and paper say alike. The claim code is in neither: a receipt is shown to others. */
export type Receipt = {
  readonly title: string;
  readonly number: string;
  readonly facts: readonly { readonly term: string; readonly details: string }[];
  readonly foot: readonly string[];
  /** Who reports is told no longer to whoever comes by this address. */
  readonly isIdentityGone: boolean;
};

export type ReceiptProps = {
  readonly frame: PageFrame;
  /** Ten digits as they stand in addresses. */
  readonly reportNumber: string;
  readonly receipt: Receipt;
  /** The same as a file to keep. */
  readonly pdfPath: string;
};

export const ReceiptPage = ({ frame, receipt, reportNumber, pdfPath }: ReceiptProps) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={receipt.title}>
      <h1 class="no-print">{receipt.title}</h1>
      <p class="no-print">
        <a href={pdfPath}>{t('fileReport.receipt.pdf')}</a>. {t('fileReport.receipt.print')}
      </p>
      {receipt.isIdentityGone && <WithoutIdentity t={t} number={reportNumber} />}
      <Document
        city={frame.city}
        title={receipt.title}
        subtitle={receipt.number}
        foot={receipt.foot.map((line) => (
          <p key={line}>{line}</p>
        ))}
      >
        <DefinitionList items={receipt.facts} />
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
