import type { RefusedPhoto } from '../../store/photo-intake.ts';
import type { GivenProof } from '../../store/proof.ts';
import type { FormProblem, ReportFields } from './report-fields.view.tsx';
import type { ReportFormProps } from './report-form.view.tsx';

/** A form as somebody filled it in, and what is to be said about it. */
export type Typed = {
  readonly nonce: string;
  readonly fields: ReportFields;
  readonly problems?: readonly FormProblem[];
  readonly droppedFiles?: readonly string[];
  readonly refusedPhotos?: readonly RefusedPhoto[];
  /** The answer to the small question, where the form had come back with one. */
  readonly proof?: GivenProof | null;
} & Pick<ReportFormProps, 'tooMany' | 'proofField' | 'sentBefore' | 'notSupported'>;
