import type { FastifyRequest } from 'fastify';

import { formatMoment } from '../../platform/i18n/format.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Claim } from '../../store/claim-check.ts';
import { addedAddressOf } from '../../store/contact-change-added.ts';
import { disownedSince } from '../../store/contact-change-disown.ts';
import { areStopped, readOwnLetters } from '../../store/own-letters.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import type { TrackReportMeans } from './means.ts';
import { presentOwnReport, type Told } from './present.ts';
import { readOwnReport } from './queries.ts';
import { OwnReportPage, type OwnReportProps } from './report.view.tsx';
import { wordedKinds } from './reporter-events.ts';

/** What the reporter's page says now; null when the code was renewed since this browser was let in. */
export const readOwnPage = async (
  laksa: TrackReportMeans,
  request: FastifyRequest,
  claim: Claim,
  told: Told = {},
): Promise<OwnReportProps | null> => {
  const { tenant } = request;
  const read = await laksa.database.inTenant(
    tenant.id,
    async (tx) => ({
      city: await laksa.cities.read(tx, tenant, laksa.clock.now()),
      row: await readOwnReport(tx, tenant.id, claim.reportId, wordedKinds),
      letters: await readOwnLetters(tx, laksa, request, claim),
      added: await addedAddressOf(tx, { tenantId: tenant.id, reportId: claim.reportId, at: tenant.clock.now() }),
      disowned: await disownedSince(tx, { tenantId: tenant.id, reportId: claim.reportId, at: tenant.clock.now() }),
    }),
    { readOnly: true },
  );
  if (read.row === null || read.row.claim_generation !== claim.generation) return null;
  const frame = laksa.frame(request);
  const { row, city, added, disowned, letters } = read;
  const areLettersStopped = areStopped(letters);
  return {
    ...presentOwnReport(frame, { tenant, city }, row, told),
    areLettersStopped,
    mayBeStopped: row.has_email && letters.address === null && !areLettersStopped && frame.keepsLetters !== true,
    addedAddress: added === null ? null : momentIn(frame, tenant, added),
    disownedAddress: disowned === null ? null : momentIn(frame, tenant, disowned),
  };
};

const momentIn = ({ language }: PageFrame, { zone, clock }: Tenant, at: Date): string =>
  formatMoment(at.toISOString(), zone, language, clock.now().toISOString());

export const ownPage = async (
  laksa: TrackReportMeans,
  request: FastifyRequest,
  claim: Claim,
  told: Told = {},
): Promise<string | null> => {
  const props = await readOwnPage(laksa, request, claim, told);
  return props === null ? null : renderDocument(<OwnReportPage {...props} />);
};
