import { showNumber } from '../../domain/report-number.ts';
import { textFor } from '../../ui/texts/text.ts';
import type { LetterFacts } from './letter-facts.ts';
import type { Sayer } from './letter-words.ts';

type Framed = Pick<LetterFacts, 'city' | 'language' | 'number' | 'readUrl' | 'choicesUrl' | 'reader'> & {
  /** Whether nothing is left to say to it; where absent, something may be. */
  readonly isOver?: boolean;
};

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
    t(framed.reader.kind === 'follower' || framed.isOver === true ? 'notice.followed.reply' : 'notice.reply'),
    say('signature'),
    ...stopWays(framed),
    ...(city.isDemo ? [both('notice.demo')] : []),
    ...(city.isRehearsal ? [both('notice.rehearsal')] : []),
  ].join('\n\n')}\n`;
};

const readWords = ({ language, number, reader, isOver = false }: Framed): string => {
  const t = textFor(language);
  if (reader.kind === 'follower') return t('notice.followed.read');
  return t(isOver ? 'notice.readEnded' : 'notice.track', { number: showNumber(number) });
};

/** How to have fewer letters, or none: by one link. */
const stopWays = ({ language, choicesUrl, reader }: Framed): readonly string[] => {
  const words = textFor(language)(reader.kind === 'follower' ? 'notice.followed.stop' : 'notice.choices');
  return choicesUrl === null ? [] : [`${words}\n${choicesUrl}`];
};
