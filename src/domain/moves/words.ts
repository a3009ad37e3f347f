import type { Made } from '../move-context.ts';
import { wordsOf, type Particulars } from './particulars.ts';

/** Among the posts; the reporter never reads it. */
export const note = ({ command }: Made<'note'>): Particulars => ({ secrets: wordsOf({ message: command.message }) });

/** Between the reporter and the city; whoever wrote it is not told of it. */
export const message = ({ actor, command }: Made<'message'>): Particulars => ({
  secrets: wordsOf({ message: command.message }),
  tellsReporter: actor.kind === 'post',
});
