import type { FastifyRequest } from 'fastify';

import { textsOf, type FormFields } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { staffOf } from '../../store/identity.ts';
import type { Installation } from '../../store/installation.ts';
import { readWithPhotos, type RefusedPhoto } from '../../store/photo-intake.ts';
import { proofStage } from '../../store/photo-stage.ts';

export type MoveForm = {
  readonly fields: FormFields;
  /** Ids of the proof: what came before and was kept, and what came along now. */
  readonly proof: readonly string[];
  readonly refusedPhotos: readonly RefusedPhoto[];
};

/** The form of a move, with pictures that prove what was done: they wait under the report and the post until it answers. */
export const readMoveForm = async (laksa: Installation, request: FastifyRequest, number: string): Promise<MoveForm> => {
  const { tenant } = request;
  const postId = staffOf(request).post.id;
  const about = { field: 'proof_files', purpose: 'proof', postId } as const;
  const { form, stageUnder } = await readWithPhotos(laksa, tenant.id, about, (take) => readForm(request, take));
  const { ids, refused } = await stageUnder(proofStage(laksa.keyring, tenant.id, { number, postId }));
  const kept = textsOf(form.fields, 'proof').filter((id) => id !== '');
  return { fields: form.fields, proof: [...new Set([...kept, ...ids])], refusedPhotos: refused };
};
