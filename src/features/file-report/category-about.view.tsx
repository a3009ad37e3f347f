import { phonePieces } from '../../ui/phone-words.ts';
import type { Text } from '../../ui/texts/text.ts';

/** What a category says to whoever chooses it, in their language. */
export type CategoryAbout = {
  readonly examples: readonly string[];
  readonly questions: readonly string[];
  readonly stoppers: readonly { readonly words: string; readonly phone: string | null }[];
};

/** Under the choice of a category; the script fills it anew when another is chosen. */
export const AboutCategory = ({ t, about }: { readonly t: Text; readonly about: CategoryAbout | null }) => (
  <div
    data-about-category
    data-examples={t('fileReport.about.examples')}
    data-questions={t('fileReport.about.questions')}
  >
    {about !== null && <Lines title={t('fileReport.about.examples')} lines={about.examples} />}
    {about !== null && <Lines title={t('fileReport.about.questions')} lines={about.questions} />}
    <div data-stoppers aria-live="polite">
      {about !== null && <Stoppers stoppers={about.stoppers} />}
    </div>
  </div>
);

/** What to know before filing, with the number to call. */
export const Stoppers = ({ stoppers }: Pick<CategoryAbout, 'stoppers'>) => (
  <>
    {stoppers.map(({ words, phone }) => (
      <p key={words} class="notice notice-warning">
        {phonePieces(words, phone).map((piece) =>
          piece.isPhone ? <a href={`tel:${piece.words}`}>{piece.words}</a> : piece.words,
        )}
      </p>
    ))}
  </>
);

const Lines = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <>
      <p class="field-hint">{title}</p>
      <ul class="field-hint">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
