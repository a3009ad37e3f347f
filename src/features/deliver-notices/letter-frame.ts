import { showNumber } from '../../domain/report-number.ts';
import { textFor } from '../../ui/texts/text.ts';
import type { LetterFacts } from './letter-facts.ts';
import type { Sayer } from './letter-words.ts';

type Framed = Pick<LetterFacts, 'city' | 'language' | 'number' | 'readUrl' | 'choicesUrl' | 'reader'>;

/** Greeting, paragraphs, and the foot that every letter has. A demonstration says so in both languages. `read`: the words above the address. */
export const letterOf = (
  framed: Framed,
  say: Sayer,
  paragraphs: readonly string[],
  read = readWords(framed),
): string => {
  const { city, language } = framed;
  const t = textFor(language);
  const other = textFor(language === 'id' ? 'en' : 'id');
  const both = (key: 'notice.demo' | 'notice.rehearsal') =>
    [t(key, { city: city.name }), other(key, { city: city.name })].join('\n');
  return `${[
    say('greeting'),
    ...paragraphs,
    `${read}\n${framed.readUrl}`,
    t(framed.reader.kind === 'follower' ? 'notice.followed.reply' : 'notice.reply'),
    say('signature'),
    ...stopWays(framed),
    ...(city.isDemo ? [both('notice.demo')] : []),
    ...(city.isRehearsal ? [both('notice.rehearsal')] : []),
  ].join('\n\n')}\n`;
};

const readWords = ({ language, number, reader }: Framed): string => {
  const t = textFor(language);
  return reader.kind === 'follower' ? t('notice.followed.read') : t('notice.track', { number: showNumber(number) });
};

/** How to have fewer letters, or none. */
const stopWays = ({ language, choicesUrl, reader }: Framed): readonly string[] => {
  const t = textFor(language);
  return [
    ...(reader.kind === 'follower' ? [`${t('notice.followed.stop')}\n${reader.stopUrl}`] : []),
    ...(choicesUrl === null ? [] : [`${t('notice.choices')}\n${choicesUrl}`]),
  ];
};
