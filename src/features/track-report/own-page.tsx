import type { FastifyRequest } from 'fastify';

import type { Claim } from '../../store/claim-check.ts';
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
    }),
    { readOnly: true },
  );
  if (read.row === null || read.row.claim_generation !== claim.generation) return null;
  return presentOwnReport(laksa.frame(request), { tenant, city: read.city }, read.row, told);
};

export const ownPage = async (
  laksa: TrackReportMeans,
  request: FastifyRequest,
  claim: Claim,
  told: Told = {},
): Promise<string | null> => {
  const props = await readOwnPage(laksa, request, claim, told);
  return props === null ? null : renderDocument(<OwnReportPage {...props} />);
};
