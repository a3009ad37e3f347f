import { isShown } from '../../domain/publication.ts';
import { reasonsOf } from '../../domain/reasons.ts';
import { momentWords, type Reader } from './history-items.ts';
import type { FlagsProps } from './flags.view.tsx';
import { reportPath } from './means.ts';
import type { Story } from './queries.ts';
import { reasonWords } from './reason-words.ts';

/** For who decides what the public sees; null: there is nothing to decide. */
export const flagsProps = (story: Story, reader: Reader): Omit<FlagsProps, 't'> | null => {
  const { flags } = story;
  if (flags.length === 0) return null;
  return {
    items: flags.map(({ reason, words, at }) => ({
      at: { iso: at, words: momentWords(at, reader) },
      reason: reader.t(`flag.reason.${reason}`),
      words,
    })),
    isHidden: !isShown(story.publication),
    action: `${reportPath(story.number)}/mask`,
    version: String(story.version),
    keepAs: keptAs(story),
    reasons: reasonsOf('mask').map((value) => ({ value, label: reasonWords(reader.language, 'mask', value) })),
  };
};

/** As it was before it was hidden: a report of which no text was approved showed its title alone. */
const keptAs = ({ publication, publicDescription }: Story): FlagsProps['keepAs'] => {
  if (publication === 'public' || publication === 'title_only') return publication;
  return publicDescription === null ? 'title_only' : 'public';
};
