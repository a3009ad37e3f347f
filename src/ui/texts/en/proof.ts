import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { proof as shape } from '../id/proof.ts';

export const proof = {
  heldBack:
    'Not sent yet: many requests have just come from your network. Answer one small question below, then send again.',
  hint: 'In figures or in words. It tells us that no program is sending this.',
  question: 'What is {{left}} plus {{right}}?',
  wrong: 'That answer did not fit, or its time was over. Here is a new question.',
} as const satisfies TranslationOf<typeof shape>;
