import { answerStanding } from '../../domain/answer-standing.ts';
import { formatDate } from '../../platform/i18n/format.ts';
import type { ShownPhoto } from '../../ui/before-after.tsx';
import { answerTitle } from '../../ui/answer-title.ts';
import type { ClockReader } from '../../ui/clock-words.ts';
import { reportTitle } from '../../ui/report-title.ts';
import type { Text } from '../../ui/texts/text.ts';
import type { PublicPhoto, PublicReport } from './queries.ts';
import type { PublicReportProps } from './report.view.tsx';

/** Who answered and when; of what is handled with another report, as that one tells it. Null: there is no answer. */
export const answeredWords = (report: PublicReport, { t, zone, language }: ClockReader): string | null => {
  if (report.answer === null) return null;
  const given = report.events.findLast(({ kind }) => kind === 'approved' || kind === 'answer_shared');
  const date = given === undefined ? null : formatDate(new Date(given.at).toISOString(), zone, language);
  const own = report.answered_by.length > 0 ? report.answered_by : (report.merged_into?.answered_by ?? []);
  const agency = own.join(', ');
  if (date === null) return agency === '' ? null : t('publicReport.answeredBy', { agency });
  return agency === '' ? t('publicReport.answeredOn', { date }) : t('publicReport.answeredByOn', { agency, date });
};

/** The answer, what it is headed with, and what is said where none stands: neither one of before nor what is missing is left to the history. */
export const answerOf = (
  report: PublicReport,
  reader: ClockReader,
): Pick<PublicReportProps, 'answer' | 'answerTitle' | 'noAnswer'> => {
  const standing = answerStanding(report.answer === null ? [] : report.events);
  const isMissing = report.answer === null || (standing.isEarlier && !isOver(report.state));
  return {
    answer: report.answer,
    answerTitle: answerTitle(standing, reader),
    noAnswer: isMissing ? reader.t(`publicReport.${whyNoAnswer(report)}`) : null,
  };
};

/** An answer that was given is being looked at, or is mended; or there is none, yet or for good. */
export const whyNoAnswer = ({
  state,
  events,
}: PublicReport): 'answerBeingChecked' | 'answerBeingMended' | 'noAnswer' | 'noAnswerEnded' | 'noNewAnswer' => {
  if (state === 'answered') return 'answerBeingChecked';
  if (isOver(state)) return 'noAnswerEnded';
  const last = events.findLast(({ kind }) => kind === 'sent_back' || kind === 'approved' || kind === 'reopened');
  if (last?.kind === 'sent_back' && isWorkedOn.has(state)) return 'answerBeingMended';
  return answerStanding(events).isEarlier ? 'noNewAnswer' : 'noAnswer';
};

/** Nothing more comes of it unless its reporter objects. */
export const isOver = (state: PublicReport['state']): boolean => state === 'closed' || state === 'rejected';

const isWorkedOn: ReadonlySet<PublicReport['state']> = new Set(['verified', 'assigned', 'in_progress', 'needs_info']);

/** Its own; of what is handled with another report, those that work on that one. */
export const agenciesOf = ({ agencies, merged_into }: PublicReport): PublicReportProps['agencies'] => {
  const primary = merged_into?.agencies ?? [];
  return (primary.length > 0 ? primary : agencies).map(({ slug, name }) => ({ href: `/instansi/${slug}`, name }));
};

export const togetherOf = ({ merged_into }: PublicReport, t: Text): PublicReportProps['together'] =>
  merged_into === null
    ? null
    : {
        number: merged_into.number,
        photos: photosOf(t, { number: merged_into.number, title: null }, merged_into.proof, 'proof'),
      };

export const villageOf = ({ village, village_code, district }: PublicReport): PublicReportProps['village'] =>
  village === null || village_code === null ? null : { code: village_code, name: `${village}, ${district}` };

type Of = Pick<PublicReport, 'number' | 'title'>;

/** What a picture shows is said by its number and the report it is of. */
export const photosOf = (
  t: Text,
  report: Of,
  photos: readonly PublicPhoto[],
  purpose: PublicPhoto['purpose'],
): readonly ShownPhoto[] =>
  photos
    .filter((photo) => photo.purpose === purpose)
    .map(({ id, width, height }, at) => {
      const alt = t(`photo.${purpose === 'proof' ? 'altProofOf' : 'altOf'}`, {
        number: at + 1,
        title: reportTitle(t, report),
      });
      return {
        thumb: `/laporan/${report.number}/foto/${id}/kecil`,
        href: `/laporan/${report.number}/foto/${id}/besar`,
        alt,
        opens: t('photo.opens', { photo: alt }),
        shape: { width, height },
      };
    });
