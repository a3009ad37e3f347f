/** How many pictures come with a report, or with an answer, and how large one may be as it is sent. */
export const photoLimits = { count: 5, bytes: 20 * 1024 * 1024, inItsLife: 20 } as const;

/** What a picture may be; told by its bytes, never by its name. */
export const photoMediaTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/avif'] as const;
export type PhotoMediaType = (typeof photoMediaTypes)[number];
/** What a field for pictures takes, by type and by ending: some telephones know HEIC by one of them alone. */
export const photoAccept = [...photoMediaTypes, '.heic', '.heif'].join(',');

/** Why a picture was taken and could not be read then. */
export const unreadableProblems = [
  'not_a_picture',
  'broken',
  'too_big_in_pixels',
  'took_too_long',
  'too_much_memory',
] as const;
export type UnreadableProblem = (typeof unreadableProblems)[number];

/** Why a picture was not taken at all. */
export const notTakenProblems = [
  'empty',
  'not_a_picture',
  'too_large',
  'too_many',
  'no_room',
  'too_much_sent',
  'filed_already',
] as const;
export type NotTakenProblem = (typeof notTakenProblems)[number];

export type PhotoProblem = UnreadableProblem | NotTakenProblem;

/** `staged`: waits to be worked on; `ready`: its sizes are there. */
export type PhotoState = 'staged' | 'ready' | 'unreadable';

/** The longest sides, in pixels, of what is shown: in a list, on a page, as large as it goes. */
export const photoSizes = [320, 1024, 2048] as const;
export type PhotoSize = (typeof photoSizes)[number];
export const photoFormats = ['webp', 'jpg'] as const;
export type PhotoFormat = (typeof photoFormats)[number];
/** The file of one size. */
export type SizeName = `${PhotoSize}.${PhotoFormat}`;
/** The same as everyone sees it, with the parts blurred that its version says. */
export type BlurredName = `b${number}.${SizeName}`;

/** How long a picture is kept for a form that nobody touches and nobody sends. */
export const stagedForMs = 24 * 60 * 60 * 1000;
/** How long at most, whoever touches it: without a form that is sent nothing is held for ever. */
export const stagedAtMostMs = 3 * stagedForMs;

/** Below this share of free disk no picture is taken: the words of the next reports need the room. */
export const leastFreeShare = 0.05;
/** Below this share whoever runs the installation is warned. */
export const warnedFreeShare = 0.15;

/** Where a picture says it was taken. */
export type PhotoPlace = { readonly latitude: number; readonly longitude: number };

/** What a camera that does not know writes: no number at all, or 0 and 0, a spot in the Gulf of Guinea. Null for it. */
export const photoPlace = (latitude: unknown, longitude: unknown): PhotoPlace | null => {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth && (latitude !== 0 || longitude !== 0) ? { latitude, longitude } : null;
};
