import type { Language } from '../platform/i18n/language.ts';
import { DefinitionList, type Definition } from './definition-list.tsx';
import { ruleName, ruleValue } from './rule-words.ts';
import type { Text } from './texts/text.ts';

type Length = { readonly n: number; readonly unit: string };

/** What the clocks of a city are set to, as far as a reporter waits for them. */
export type PromisedClocks = {
  readonly clocks: Readonly<Record<'first_answer' | 'follow_up', Length>>;
  readonly answer: Readonly<Record<'complaint' | 'aspiration' | 'information_request', Length>>;
};

/** What is promised of some kinds beyond the days of all. */
export type FurtherPromise = { readonly of: string; readonly words: string };

export type PromisedDaysProps = {
  readonly t: Text;
  readonly language: Language;
  readonly promised: PromisedClocks;
  readonly further: readonly FurtherPromise[];
};

/** Which days are promised here: those of all reports, and where a kind has more to it. */
export const PromisedDays = ({ t, language, promised: { clocks, answer }, further }: PromisedDaysProps) => {
  const rule = (key: string, length: Length): Definition => ({
    term: ruleName(t, key),
    details: ruleValue(t, language, length),
  });
  return (
    <>
      <DefinitionList
        items={[
          rule('clock.first_answer', clocks.first_answer),
          rule('clock.follow_up', clocks.follow_up),
          rule('clock.answer.complaint', answer.complaint),
          rule('clock.answer.aspiration', answer.aspiration),
          rule('clock.answer.information_request', answer.information_request),
          ...further.map(({ of, words }) => ({ term: of, details: words })),
        ]}
      />
      <p>
        <a class="further" href="/bantuan/dasar-hukum">
          {t('reading.promises.grounds')}
        </a>
      </p>
    </>
  );
};
