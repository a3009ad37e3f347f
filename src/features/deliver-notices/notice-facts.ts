import { clockKinds } from '../../domain/clocks.ts';
import { publications } from '../../domain/report.ts';
import type { Keyring } from '../../platform/keyring/keyring.ts';
import { letterLink } from '../../platform/mail/letter-link.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { sealLetterPass } from '../../store/letter-pass.ts';
import { topicWords } from '../../ui/letter-topic.ts';
import type { LetterCity, LetterFacts, PublicFacts, StepFacts } from './letter-facts.ts';
import type { SettledLetter, ToldStep } from './letter-queries.ts';
import { isTold, tellings } from './tellings.ts';

type Origin = { readonly tenant: Tenant; readonly keyring: Pick<Keyring, 'handedOut'> };

/** Rows as what their letter says. */
export const letterFacts = (origin: Origin, letter: SettledLetter, steps: readonly ToldStep[]): LetterFacts => ({
  number: letter.number,
  language: letter.language,
  city: letterCity(origin.tenant),
  ...readerOf(origin.tenant, letter),
  choicesUrl: letterLink(choicesUrl(origin, letter.id), letter.language),
  topic: isConfidential(letter) ? null : topicWords(letter.topic, letter.language),
  isPublic: letter.is_public,
  isConfidential: isConfidential(letter),
  steps: steps.map(stepFacts),
  wording: letter.wording,
});

const isConfidential = (letter: SettledLetter): boolean => letter.is_secret || letter.class === 'berkadar';

/** Whoever has this link got the letter. */
export const choicesUrl = ({ tenant, keyring }: Origin, letterId: string): string =>
  `${tenant.origin}/pemberitahuan/${sealLetterPass({ keyring, tenantId: tenant.id, kind: 'notices' }, letterId)}`;

/** It opens where the code was typed before, and else leads to the question for it. */
export const trackUrl = ({ origin }: Tenant, number: string): string => `${origin}/lacak/${number}`;

export const letterCity = (tenant: Tenant): LetterCity => ({
  name: tenant.name,
  zone: tenant.zone,
  isDemo: tenant.isDemo,
  isRehearsal: tenant.isRehearsal,
});

const readerOf = (
  tenant: Tenant,
  { follow_id, number, shown, language }: SettledLetter,
): Pick<LetterFacts, 'reader' | 'readUrl'> =>
  follow_id === null
    ? { reader: { kind: 'reporter' }, readUrl: letterLink(trackUrl(tenant, number), language) }
    : {
        reader: { kind: 'follower', shown: shown ?? nothing },
        readUrl: letterLink(`${tenant.origin}/laporan/${number}`, language),
      };

const nothing: PublicFacts = { answer: null, agencies: [], answeredBy: [], hasProof: false };

const stepFacts = (step: ToldStep): StepFacts => {
  const { kind, payload } = step;
  if (!isTold(kind)) throw new Error(`no letter tells of ${kind}`);
  return {
    kind,
    words: tellings[kind].words === 'answer' ? step.answer : step.message,
    agency: step.agency,
    answeredBy: step.answered_by,
    decidedBy: kind === 'upheld' ? step.post : null,
    authority: step.authority,
    reason: textIn(payload, 'reason'),
    until: textIn(payload, 'until'),
    closedReason: textIn(payload, 'closedReason'),
    hasProof: kind === 'approved' && step.has_proof,
    objectUntil: tellings[kind].mayObject === true ? (step.object_until?.toISOString() ?? null) : null,
    publication: publications.find((one) => one === payload['publication']) ?? null,
    passed: passedIn(step),
    moved: movedIn(step),
    dues: step.dues,
  };
};

const passedIn = ({ kind, payload }: ToldStep): StepFacts['passed'] => {
  const clock = clockKinds.find((one) => one === payload['clock']);
  const due = textIn(payload, 'dueAt');
  return kind !== 'clock_passed' || clock === undefined || due === null ? null : { clock, due };
};

const movedIn = ({ kind, payload }: ToldStep): StepFacts['moved'] => {
  const clock = clockKinds.find((one) => one === payload['clock']);
  const [before, due] = [textIn(payload, 'before'), textIn(payload, 'dueAt')];
  return (kind !== 'clock_moved' && kind !== 'extended') || clock === undefined || before === null || due === null
    ? null
    : { clock, before, due };
};

const textIn = (payload: ToldStep['payload'], name: string): string | null => {
  const value = payload[name];
  return typeof value === 'string' ? value : null;
};
