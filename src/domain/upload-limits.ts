export type UploadLimit = {
  /** A picture that was begun counts as a megabyte at least. */
  readonly by: 'pictures' | 'megabytes';
  readonly max: number;
  readonly windowSeconds: number;
  /** `own`: no law or standard names a number; it is ours. */
  readonly source: 'own';
};

const hours = 60 * 60;

/**
 * How many pictures one network may send for forms that nobody has sent yet, and how much of the disk they take. A network may be a carrier's address
 * with thousands behind it, whose telephones make a picture smaller than a megabyte; with the longest time that pictures wait, what one network can
 * hold is bounded too.
 */
export const uploadLimits = [
  { by: 'pictures', max: 600, windowSeconds: 1 * hours, source: 'own' },
  { by: 'megabytes', max: 1_000, windowSeconds: 1 * hours, source: 'own' },
  { by: 'megabytes', max: 5_000, windowSeconds: 24 * hours, source: 'own' },
] as const satisfies readonly UploadLimit[];

const megabyte = 1_000_000;

/** What a picture counts for, begun megabytes whole. */
export const megabytesOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / megabyte));
