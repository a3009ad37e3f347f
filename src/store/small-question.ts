import { inWords, proofNames } from '../domain/proof-question.ts';
import { textOf, type FormFields } from '../platform/http/form-fields.ts';
import type { Language } from '../platform/i18n/language.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Installation } from './installation.ts';
import { askProof, type GivenProof } from './proof.ts';

/** The answer that came back with a form; null: no question had been asked. */
export const givenProof = (fields: FormFields): GivenProof | null => {
  const [pass, answer] = [textOf(fields, proofNames.pass), textOf(fields, proofNames.answer)];
  return pass === '' ? null : { pass, answer };
};

type About = {
  readonly about: string;
  readonly language: Language;
  /** What was answered to the last one, which was not right, or too late. */
  readonly before: GivenProof | null;
};

/** A new question as a form shows it. */
export const smallQuestion = (laksa: Installation, tenant: Tenant, { about, language, before }: About) => {
  const { question, pass } = askProof(laksa, tenant, about);
  const [left, right] = [inWords(question.left, language), inWords(question.right, language)];
  return { names: proofNames, left, right, pass, isWrong: before !== null };
};
