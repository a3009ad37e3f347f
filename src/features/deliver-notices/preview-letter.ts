import type { ClockKind } from '../../domain/clocks.ts';
import type { WordingByLanguage } from '../../domain/letter-wording.ts';
import type { Language } from '../../platform/i18n/language.ts';
import { letterLink } from '../../platform/mail/letter-link.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { WordingKey } from '../../ui/wording-keys.ts';
import type { Letter } from './letter-facts.ts';
import { renderLetter } from './letter.ts';
import { letterCity, trackUrl } from './notice-facts.ts';
import { tellings, type Happened } from './tellings.ts';

/** A public report, and the part of its letter that somebody words anew. */
export type Previewed = {
  readonly part: WordingKey;
  readonly wording: WordingByLanguage;
  readonly language: Language;
  readonly number: string;
  /** What stands where an officer wrote. */
  readonly words: string;
  readonly agency: string | null;
  readonly topic: string | null;
  readonly next: { readonly clock: ClockKind; readonly due: string } | null;
};

/** The letter as it would go now: rendered by what renders all others, of what everyone may read. */
export const previewLetter = (tenant: Tenant, asked: Previewed): Letter => {
  const kind = stepOf(asked.part);
  return renderLetter({
    number: asked.number,
    language: asked.language,
    city: letterCity(tenant),
    reader: { kind: 'reporter' },
    readUrl: letterLink(trackUrl(tenant, asked.number), asked.language),
    choicesUrl: `${tenant.origin}/pemberitahuan/...`,
    topic: asked.topic,
    isPublic: true,
    isConfidential: false,
    steps: [
      {
        kind,
        words: tellings[kind].words === undefined ? null : asked.words,
        agency: kind === 'approved' ? null : asked.agency,
        answeredBy: kind === 'approved' ? asked.agency : null,
        decidedBy: null,
        authority: null,
        reason: null,
        until: null,
        closedReason: null,
        hasProof: false,
        objectUntil: null,
        publication: null,
        passed: null,
        moved: null,
        dues: asked.next === null ? {} : { [asked.next.clock]: asked.next.due },
      },
    ],
    wording: asked.wording,
  });
};

/** How a letter begins and ends is shown on the first that everybody gets. */
const stepOf = (part: WordingKey): Happened =>
  Object.keys(tellings).find((kind): kind is Happened => part === `happened.${kind}`) ?? 'filed';
