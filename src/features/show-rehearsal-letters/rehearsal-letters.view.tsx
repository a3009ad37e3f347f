import { Disclosure } from '../../ui/disclosure.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { Text } from '../../ui/texts/text.ts';

export type ShownRehearsalLetter = {
  readonly name: string;
  readonly receiver: string;
  readonly subject: string;
  readonly words: string;
  readonly written: string;
};

export type RehearsalLettersProps = { readonly frame: PageFrame; readonly letters: readonly ShownRehearsalLetter[] };

export const RehearsalLettersPage = ({ frame, letters }: RehearsalLettersProps) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('rehearsal.title')}>
      <h1>{t('rehearsal.title')}</h1>
      <p>{t('rehearsal.hint')}</p>
      {letters.length === 0 && <EmptyState title={t('rehearsal.none')} />}
      {letters.map((letter) => (
        <Letter key={letter.name} t={t} letter={letter} />
      ))}
    </Page>
  );
};

const Letter = ({ t, letter }: { readonly t: Text; readonly letter: ShownRehearsalLetter }) => (
  <Disclosure summary={`${letter.written}: ${letter.subject}`}>
    <p>{t('rehearsal.to', { receiver: letter.receiver })}</p>
    <blockquote class="words">{letter.words}</blockquote>
  </Disclosure>
);
