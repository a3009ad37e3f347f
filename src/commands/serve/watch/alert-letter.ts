import { createHash } from 'node:crypto';

import type { AlertStep } from '../../../domain/health/alert.ts';
import { formatStamp } from '../../../platform/i18n/format.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import type { Mail } from '../../../platform/mail/mail.ts';
import { textFor } from '../../../ui/texts/text.ts';

export type LetterMeans = {
  readonly language: Language;
  /** Where the first region is found: the letters say where they come from. */
  readonly publicUrl: string;
  readonly zone: string;
};

/** What an operator reads: what is wrong, since when, and what to do. The same letter, sent twice, has the same id. */
export const alertLetter = (
  step: AlertStep,
  to: string,
  at: Date,
  { language, publicUrl, zone }: LetterMeans,
): Mail => {
  const { name, about, values, since, goneSince } = step.alert;
  const t = textFor(language);
  const moment = (iso: string) => formatStamp(iso, zone, language);
  const says = t(`health.trouble.${name}.says`, values);
  const id = createHash('sha256')
    .update([name, about ?? '', since, step.says, step.alert.toldAt ?? '', to].join('\n'))
    .digest('hex')
    .slice(0, 24);
  const lines = [
    says,
    t('health.letter.since', { moment: moment(since) }),
    ...(step.says === 'over'
      ? [t('health.letter.until', { moment: moment(goneSince ?? since) })]
      : ['', `${t('health.whatToDo')} ${t(`health.trouble.${name}.todo`, values)}`, '', t('health.letter.remind')]),
    t('health.letter.more', { url: `${publicUrl}/kelola/kesehatan` }),
  ];
  return {
    to,
    subject: t(`health.letter.${step.says}`, { service: new URL(publicUrl).host, says }),
    text: `${lines.join('\n')}\n`,
    messageId: `alert-${id}@${new URL(publicUrl).hostname}`,
    date: at,
    tenantSlug: 'operator',
    fileName: `alert-${id}`,
  };
};
