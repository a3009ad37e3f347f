/** Something in the stored history that is not as it was written. Where it is, and what it is; `null` where nothing is left to say it. */
export type LedgerFinding = {
  readonly kind: FindingKind;
  readonly number: string | null;
  readonly seq: number | null;
  /** In the feed. */
  readonly position: number | null;
  /** In words, for an operator. */
  readonly what: string;
};

export type FindingKind =
  | 'altered'
  | 'retimed'
  | 'replaced'
  | 'missing'
  | 'surplus'
  | 'words_altered'
  | 'words_planted'
  | 'unpublished'
  | 'feed_altered'
  | 'feed_gap'
  | 'feed_orphan'
  | 'report_altered'
  | 'public_words'
  | 'clock_altered'
  | 'clock_missing'
  | 'clock_added';

/** `report 4812073356, event 3: its content does not match its hash`; a gap in the feed alone is at no place: `feed positions 3 to 9 are gone` */
export const describeFinding = ({ number, seq, position, what }: LedgerFinding): string => {
  const place = [
    number === null ? '' : `report ${number}`,
    seq === null ? '' : `event ${seq}`,
    position === null ? '' : `feed position ${position}`,
  ].filter((part) => part !== '');
  return place.length === 0 ? what : `${place.join(', ')}: ${what}`;
};
