import { showNumber } from '../../domain/report-number.ts';
import { maskPersonalData } from '../../domain/personal-data/personal-data.ts';
import { withoutTricks } from '../../domain/shown-text.ts';
import { formatDate, formatStamp } from '../../platform/i18n/format.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { readPerson, type OpenedIdentity } from '../../store/person.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { Text } from '../../ui/texts/text.ts';
import type { FileReportMeans, ShownFiling } from './means.ts';
import { promisesOnPaper } from './next-step.ts';
import type { FiledReport } from './queries.ts';
import type { Receipt } from './receipt.view.tsx';

type ReceiptFact = Receipt['facts'][number];

/**
 * The sheet a reporter keeps, with what UU 25/2009 art. 44 asks for, but for what no machine has: an officer's signature. Reading who they are leaves its row in the vault's log, like any reading; where
 * it is not shown it is not read.
 */
export const receiptOf = async (
  laksa: FileReportMeans,
  tenant: Tenant,
  frame: PageFrame,
  { report, showsReporter }: Pick<ShownFiling, 'report' | 'showsReporter'>,
): Promise<Receipt> => {
  const { t } = frame;
  const identity = showsReporter ? await readIdentity(laksa, tenant, report) : null;
  return {
    title: t('fileReport.receipt.heading'),
    number: showNumber(report.number),
    facts: [
      ...receivedFacts(frame, tenant, report),
      ...(identity === null ? [] : reporterFacts(t, identity)),
      ...reportFacts(frame, report),
      ...followingFacts(frame, tenant, report),
    ],
    foot: [t('fileReport.receipt.law')],
    isIdentityGone: identity === null,
  };
};

const readIdentity = async (laksa: FileReportMeans, tenant: Tenant, report: FiledReport): Promise<OpenedIdentity> => {
  const { reporter_id: personId } = report;
  if (personId === null) return {};
  const vault = { keyring: laksa.keyring, tenantId: tenant.id, at: tenant.clock.now() };
  const reading = { personId, fields: report.told, ground: 'receipt', reportId: report.id, postId: null } as const;
  return laksa.database.inTenant(tenant.id, (tx) => readPerson(tx, vault, reading));
};

/** By whom and when. Nobody sat behind the form: the sheet does not invent an officer for it. */
const receivedFacts = ({ t, language, city }: PageFrame, { zone }: Tenant, report: FiledReport) => [
  { term: t('fileReport.receipt.filedAt'), details: formatStamp(report.filed_at.toISOString(), zone, language) },
  { term: t('fileReport.receipt.city'), details: t(`fileReport.receipt.unit.${report.channel}`, { city: city.name }) },
  {
    term: t('fileReport.receipt.receivedBy'),
    details: report.received_by === null ? t('fileReport.receipt.bySystem') : report.received_by,
  },
];

const reporterFacts = (t: Text, { name, phone, email, lost }: OpenedIdentity): readonly ReceiptFact[] => {
  const reporter = t('fileReport.receipt.reporter');
  if (lost !== undefined) return [{ term: reporter, details: t('fileReport.receipt.lost') }];
  if (name === undefined && phone === undefined && email === undefined)
    return [{ term: reporter, details: t('fileReport.receipt.nobody') }];
  return [
    { term: reporter, details: name === undefined ? t('fileReport.receipt.nameless') : withoutTricks(name) },
    ...(phone === undefined ? [] : [{ term: t('fileReport.field.phone'), details: phone }]),
    ...(email === undefined ? [] : [{ term: t('fileReport.field.email'), details: email }]),
  ];
};

const reportFacts = ({ t, language }: PageFrame, report: FiledReport): readonly ReceiptFact[] => {
  const untold = t('fileReport.receipt.untold');
  const category = report.category?.[language];
  return [
    { term: t('fileReport.receipt.kind'), details: t(`state.kind.${report.kind}`) },
    ...(category === undefined ? [] : [{ term: t('fileReport.receipt.category'), details: category }]),
    { term: t('fileReport.receipt.summary'), details: inShort(t, report.words) || untold },
    { term: t('fileReport.receipt.place'), details: placeOf(report) || untold },
    {
      term: t('fileReport.receipt.occurredOn'),
      details: report.occurred_on === null ? untold : formatDate(`${report.occurred_on}T00:00:00Z`, 'UTC', language),
    },
    { term: t('fileReport.receipt.photos'), details: photosOf(t, report) },
  ];
};

const followingFacts = (frame: PageFrame, tenant: Tenant, report: FiledReport): readonly ReceiptFact[] => {
  const { t } = frame;
  const promises = promisesOnPaper(frame, tenant, report);
  return [
    ...(promises.length === 0 ? [] : [{ term: t('fileReport.receipt.promised'), details: promises.join('\n') }]),
    {
      term: t('fileReport.receipt.trackAt'),
      details: `${tenant.origin}/lacak\n${t('fileReport.receipt.codeElsewhere')}`,
    },
    { term: t('fileReport.receipt.noAnswer'), details: t('fileReport.receipt.noAnswerWays') },
  ];
};

const shortLength = 300;

/** A short description: the title, or how the words begin. A receipt goes through many hands: what leads to somebody is masked in it as for everyone. */
const inShort = (t: Text, { title, description = '' }: FiledReport['words']): string => {
  const characters = [
    ...maskPersonalData(withoutTricks(title ?? description), (kind) => t(`staff.masked.word.${kind}`))
      .trim()
      .replaceAll(/\s+/g, ' '),
  ];
  return characters.length > shortLength ? `${characters.slice(0, shortLength).join('')} ...` : characters.join('');
};

const placeOf = ({ words, village, district }: FiledReport): string =>
  [words.place, village, district]
    .filter((part) => part !== undefined && part !== null)
    .map(withoutTricks)
    .join(', ');

/** "3: 2 JPEG, 1 WEBP" */
const photosOf = (t: Text, { photos }: FiledReport): string => {
  if (photos.length === 0) return t('fileReport.receipt.noPhotos');
  const count = photos.reduce((sum, { pictures }) => sum + pictures, 0);
  const kinds = photos.map(
    ({ media_type, pictures }) => `${pictures} ${media_type.replace('image/', '').toUpperCase()}`,
  );
  return `${t('fileReport.receipt.photoCount', { count })} (${kinds.join(', ')})`;
};
