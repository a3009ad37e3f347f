import { mayBePublic } from '../../domain/publication.ts';
import type { Story, StoryEvent } from './queries.ts';

/**
 * Whether a report has anything that a `mask` could change. The rules allow it in every state; its form is offered only once it was decided what
 * everyone reads. Before that nothing is shown, and what will be is asked by `verify`. After it the form stays, also over what is hidden: it is the one
 * way to show again what was taken away, and to show what `verify` left hidden. A secret or berkadar report that was never shown has no public side.
 */
export const hasPublicSide = (story: Story): boolean =>
  story.publication !== 'hidden' || story.events.some(showedIt) || (story.class !== null && mayBePublic(story));

/** `verify`, `reclassify` and `mask` write what the publication was after them. */
const showedIt = ({ payload: { publication } }: StoryEvent): boolean =>
  publication !== undefined && publication !== 'hidden';
