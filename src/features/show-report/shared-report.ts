import { answerStanding } from '../../domain/answer-standing.ts';
import { showNumber } from '../../domain/report-number.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { LinkedData } from '../../ui/linked-data.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { SharedPage } from '../../ui/shared-head.tsx';
import { oneLine } from '../../ui/one-line.ts';
import { reportTitle } from '../../ui/report-title.ts';
import type { PublicReport } from './queries.ts';

/** How a public report is known elsewhere. Of one whose title alone is public there is no picture and no word more. */
export const sharedReport = (frame: PageFrame, tenant: Tenant, report: PublicReport): SharedPage => {
  const canonical = `${tenant.origin}/laporan/${report.number}`;
  const { description, number } = report;
  const title = reportTitle(frame.t, report);
  const state = frame.t(`state.report.${report.state}`);
  const said = { number: showNumber(number), city: tenant.name, title, state };
  return {
    canonical,
    description: [state, placeOf(report), description === null ? null : oneLine(description)]
      .filter((part) => part !== null)
      .join(' · '),
    ...(report.publication === 'public'
      ? { card: { url: `${canonical}/kartu.png`, alt: frame.t('reading.card', said) } }
      : {}),
    data: dataOf(frame, tenant, report),
  };
};

const placeOf = ({ village, district }: PublicReport): string | null =>
  village === null ? null : `${village}, ${district}`;

const dataOf = (frame: PageFrame, tenant: Tenant, report: PublicReport): LinkedData => ({
  '@type': 'Report',
  url: `${tenant.origin}/laporan/${report.number}`,
  identifier: report.number,
  name: reportTitle(frame.t, report),
  description: report.description ?? undefined,
  about: report.category?.[frame.language],
  creativeWorkStatus: frame.t(`state.report.${report.state}`),
  datePublished: report.filed_at.toISOString(),
  image: photosOf(tenant, report),
  contentLocation: placeIn(tenant, report),
  publisher: cityAsPublisher(frame, tenant),
  comment:
    report.answer === null || answerStanding(report.events).isEarlier
      ? undefined
      : { '@type': 'Comment', text: report.answer, author: report.answered_by.map(agencyNamed) },
});

const photosOf = ({ origin }: Tenant, { number, photos }: PublicReport): readonly string[] | undefined =>
  photos.length === 0 ? undefined : photos.map(({ id }) => `${origin}/laporan/${number}/foto/${id}/besar`);

const agencyNamed = (name: string): LinkedData => ({ '@type': 'GovernmentOrganization', name });

const placeIn = (tenant: Tenant, report: PublicReport): LinkedData | undefined => {
  const name = placeOf(report);
  return name === null ? undefined : { '@type': 'AdministrativeArea', name: `${name}, ${tenant.name}` };
};

/** A demonstration says here, too, that it is none of the city's services. */
const cityAsPublisher = ({ t }: PageFrame, { name, origin, isDemo }: Tenant): LinkedData => ({
  '@type': isDemo ? 'Organization' : 'GovernmentOrganization',
  name,
  url: origin,
  disambiguatingDescription: isDemo ? t('layout.demo', { city: name }) : undefined,
});
