import type { MoveContext } from './move-context.ts';
import type { CommandOf } from './move.ts';
import { isShown, isVerified, mayBePublic, publicWordsOf } from './publication.ts';
import type { FieldProblem, Problem } from './refusal.ts';
import { publications, type Publication, type Report } from './report.ts';
import { isSameSet } from './shown-photos.ts';

/** Whether a mask says anything that is not so already: its form sends along what stands there now. */
export const changesPublicSide = (
  command: CommandOf<'mask'>,
  { publicNow }: Pick<MoveContext, 'publicNow'>,
): boolean => {
  const words = publicWordsOf(command.description);
  return (
    command.publication !== undefined ||
    (words !== null && words !== publicNow.description) ||
    (command.photos !== undefined && !isSameSet(command.photos, publicNow.photos))
  );
};

/** What makes no sense in the publication that a mask asks for. */
export const maskProblems = ({ publication, reason }: CommandOf<'mask'>, report: Report): readonly FieldProblem[] => {
  if (publication === undefined) return [];
  const isUnknown = !publications.includes(publication);
  const isEarly = publication !== 'hidden' && !isVerified(report);
  const isBarred = isEarly || (isShown(publication) && !mayBePublic(report));
  return [
    ...asked('publication', isUnknown ? 'unknown' : isBarred ? 'not_allowed' : null),
    ...asked('reason', takesAway(report.publication, publication) && !reason ? 'required' : null),
  ];
};

/** What everyone could read, or could read the reason of, goes with a reason: to hide it is no way around saying why. */
export const takesAway = (before: Publication, after: Publication): boolean =>
  after === 'withdrawn_from_public' || (after === 'hidden' && before !== 'hidden');

const asked = (field: string, problem: Problem | null): readonly FieldProblem[] =>
  problem === null ? [] : [{ field, problem }];
