import type { ClockKind } from '../../domain/clocks.ts';
import type { WordingByLanguage } from '../../domain/letter-wording.ts';
import type { Publication } from '../../domain/report.ts';
import type { Language } from '../../platform/i18n/language.ts';
import type { Happened } from './tellings.ts';

/** Whose letter it is. */
export type LetterCity = {
  readonly name: string;
  readonly zone: string;
  readonly isDemo: boolean;
  readonly isRehearsal: boolean;
};

/** One step, settled when it happened. */
export type StepFacts = {
  readonly kind: Happened;
  /** What an officer wrote to the reporter, or the answer; null where there is nothing or it was erased. */
  readonly words: string | null;
  readonly agency: string | null;
  /** Those whose answer it is, as the public page names them. */
  readonly answeredBy: string | null;
  /** The post that decided against an objection. */
  readonly decidedBy: string | null;
  readonly authority: string | null;
  readonly reason: string | null;
  /** A promised day, `YYYY-MM-DD`. */
  readonly until: string | null;
  readonly closedReason: string | null;
  /** Whether the answer came with a photo of the work. */
  readonly hasProof: boolean;
  /** Until when the reporter may still object to what is over, in ISO. */
  readonly objectUntil: string | null;
  /** What everyone sees of it after the event. */
  readonly publication: Publication | null;
  /** A promise that was not kept in time, and when it was due. */
  readonly passed: { readonly clock: ClockKind; readonly due: string } | null;
  /** A promise that another calendar, or an extension, has given another date. */
  readonly moved: { readonly clock: ClockKind; readonly before: string; readonly due: string } | null;
  /** The clocks that ran right after the event, by kind: due instants in ISO. */
  readonly dues: { readonly [Kind in ClockKind]?: string | undefined };
};

/** What everyone sees of a report while its letter is sent. */
export type PublicFacts = {
  readonly answer: string | null;
  /** The names of those who work on it or have. */
  readonly agencies: readonly string[];
  /** The names of those who have answered. */
  readonly answeredBy: readonly string[];
  /** Whether there is a photo of the work. */
  readonly hasProof: boolean;
};

/** Who reads it: whose report it is, or who follows what everyone sees of it. */
export type Reader = { readonly kind: 'reporter' } | { readonly kind: 'follower'; readonly shown: PublicFacts };

/** All that one letter says, settled before it is sent: rendered again, it is the same letter. */
export type LetterFacts = {
  readonly number: string;
  readonly language: Language;
  readonly city: LetterCity;
  readonly reader: Reader;
  /** Where its reader reads, and replies. */
  readonly readUrl: string;
  /** Where its reader says which letters they want; null in a preview. */
  readonly choicesUrl: string | null;
  /** "Lampu jalan, Kel. Sukasari": never anybody's words; null: nothing of it is told. */
  readonly topic: string | null;
  /** Whether everyone could read of it when the letter was settled: a subject is seen by whoever passes by. */
  readonly isPublic: boolean;
  /** Secret and berkadar: a letterbox is read by others too, so nothing of the content stands in it. */
  readonly isConfidential: boolean;
  /** What happened, in order; never empty. */
  readonly steps: readonly StepFacts[];
  readonly wording: WordingByLanguage | null;
};

export type Letter = {
  /** Who signs it. */
  readonly fromName: string;
  readonly subject: string;
  readonly text: string;
};
