import { DefinitionList, type Definition } from '../../ui/definition-list.tsx';
import type { Text } from '../../ui/texts/text.ts';

type ReportDetailsProps = {
  readonly t: Text;
  readonly number: string;
  readonly details: readonly Definition[];
  readonly mayCorrect: boolean;
  readonly mayBeStopped?: boolean;
};

/** What was filed, and the ways to what can be done beside answering. */
export const ReportDetails = ({ t, number, details, mayCorrect, mayBeStopped }: ReportDetailsProps) => (
  <>
    <h2>{t('trackReport.details')}</h2>
    <DefinitionList items={details} />
    <p>
      <a href={`/lacak/${number}/tanda-terima`}>{t('fileReport.receipt.open')}</a>
    </p>
    <p>
      <a href={`/lacak/${number}/kontak`}>{t('contact.link')}</a>
    </p>
    <p>
      <a href={`/lacak/${number}/pemberitahuan`}>{t('noticeChoice.open')}</a>
    </p>
    {mayBeStopped === true && <p>{t('noticeChoice.mayBeStopped')}</p>}
    {mayCorrect && (
      <p>
        <a href={`/lacak/${number}/perbaiki`}>{t('trackReport.correct.open')}</a>
      </p>
    )}
  </>
);
