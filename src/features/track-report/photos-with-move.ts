import type { FastifyRequest } from 'fastify';

import type { FormFields } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { networkOf } from '../../platform/limit/network.ts';
import { addLaterPhotos } from '../../store/add-photos.ts';
import type { Claim } from '../../store/claim-check.ts';
import { readWithPhotos, type RefusedPhoto } from '../../store/photo-intake.ts';
import { formStage } from '../../store/photo-stage.ts';
import type { TrackReportMeans } from './means.ts';

/** What was sent from the page of a report: its fields, and pictures that belong to nothing until the move is made. */
export type SentMove = {
  readonly fields: FormFields;
  /** Pictures came along: where the form comes back they have to be chosen again. */
  readonly hasPhotos: boolean;
  /** The move was made: they join its report. Gives those that were not taken, each with why. */
  readonly join: (claim: Claim) => Promise<readonly RefusedPhoto[]>;
  /** It was not: nothing of them is kept. */
  readonly drop: () => Promise<void>;
};

export const readSentMove = async (laksa: TrackReportMeans, request: FastifyRequest): Promise<SentMove> => {
  const { tenant, ip } = request;
  const about = { field: 'photos', purpose: 'report', network: networkOf(ip) } as const;
  let hasPhotos = false;
  const { form, stageUnder, drop } = await readWithPhotos(laksa, tenant.id, about, (take) =>
    readForm(request, async (file) => {
      const isTaken = await take(file);
      hasPhotos ||= isTaken;
      return isTaken;
    }),
  );
  const join = async ({ reportId }: Claim): Promise<readonly RefusedPhoto[]> => {
    const nonce = crypto.randomUUID();
    const { refused } = await stageUnder(formStage(laksa.keyring, tenant.id, nonce));
    const left = await laksa.database.inTenant(tenant.id, (tx) =>
      addLaterPhotos(tx, laksa, tenant, { reportId, nonce, actor: { kind: 'reporter' } }),
    );
    return [...refused, ...left];
  };
  return { fields: form.fields, hasPhotos, join, drop };
};
