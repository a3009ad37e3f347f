import type { FastifyRequest } from 'fastify';

import type { ClockKind } from '../../domain/clocks.ts';
import type { WordingByLanguage } from '../../domain/letter-wording.ts';
import type { Language } from '../../platform/i18n/language.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { WordingKey } from '../../ui/wording-keys.ts';

/** A letter about a public report, with a part worded anew: by what renders all letters. */
export type PreviewLetter = (
  tenant: Tenant,
  asked: {
    readonly part: WordingKey;
    readonly wording: WordingByLanguage;
    readonly language: Language;
    readonly number: string;
    readonly words: string;
    readonly agency: string | null;
    readonly topic: string | null;
    readonly next: { readonly clock: ClockKind; readonly due: string } | null;
  },
) => { readonly subject: string; readonly text: string };

export type KeepNoticesMeans = Installation & {
  readonly frame: (request: FastifyRequest) => PageFrame;
  readonly previewLetter: PreviewLetter;
};

export const lettersPath = '/kelola/surat';
