import type { MoveCommand } from './move.ts';
import { isAnswerApproved, mayBePublic, publicationOf } from './publication.ts';
import type { Report } from './report.ts';

/**
 * The pictures that a move lets everyone see, by what the publication is after it: what is taken from the public takes its pictures along, also those
 * that stayed ticked. Undefined: it says nothing of them.
 */
export const photosShownBy = (command: MoveCommand, publication: unknown): readonly string[] | undefined => {
  const photos = photosIn(command);
  return photos === undefined || command.move === 'approve' || publication === 'public' ? photos : [];
};

/**
 * Whether it names pictures that nobody would see because the report is not public: whoever ticked them is told. Where it was public until then, they
 * are ticked because they were seen, and go with it; where law forbids that it is, its words are dropped as well.
 */
export const arePhotosUnseen = (command: MoveCommand, report: Report): boolean => {
  if ((photosIn(command) ?? []).length === 0) return false;
  switch (command.move) {
    case 'verify': {
      const verified = { ...report, class: command.class };
      return mayBePublic(verified) && publicationOf(verified, command.publish).publication !== 'public';
    }
    case 'mask':
      return report.publication !== 'public' && command.publication !== 'public';
    default:
      return report.publication !== 'public';
  }
};

type Chosen = { readonly isPublic: boolean; readonly purpose: 'report' | 'proof' };
type Around = Pick<Report, 'publication' | 'state' | 'closedReason'> & { readonly publicAnswer: string | null };

/** Whether everyone sees a picture, as soon as the files of its boxes are there: it was chosen, and what it belongs to can be read. */
export const isPhotoOutside = ({ isPublic, purpose }: Chosen, report: Around): boolean =>
  isPublic &&
  report.publication === 'public' &&
  (purpose === 'report' || (report.publicAnswer !== null && isAnswerApproved(report)));

const photosIn = (command: MoveCommand): readonly string[] | undefined => {
  if (command.move === 'verify') return command.publish.photos;
  return command.move === 'mask' || command.move === 'approve' ? command.photos : undefined;
};

/** In whatever order. */
export const isSameSet = (some: readonly string[], others: readonly string[]): boolean =>
  new Set(some).size === new Set(others).size && some.every((one) => others.includes(one));
