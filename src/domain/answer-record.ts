/** How the reports of an agency stand, as the list of all agencies tells it. */
export type StandingRecord = {
  /** The city has still to answer. */
  readonly open: number;
  /** Open, and past the date that runs. */
  readonly late: number;
  /** Of the last days: answered, or past the time for an answer. */
  readonly due: number;
  readonly inTime: number;
};

/** How reports of an area or an agency are answered, as their public page tells it. */
export type AnswerRecord = StandingRecord & {
  readonly answered: number;
  /** Of those answered, from filing to the answer; half took longer. Null: none was. */
  readonly medianMs: number | null;
  /** Of the last days: taken up again because the reporter objected to the answer. */
  readonly reopened: number;
};

/** Of how many days the record tells: by when a report was filed, so that what was never answered counts too. */
export const recordDays = 90;

/** Fewer say nothing of an office, and something of the few who reported. */
export const fewestForShare = 5;

/** Whole percent, rounded down: 100 means all. Null: too few to say. */
export const shareInTime = ({ due, inTime }: StandingRecord): number | null =>
  due < fewestForShare ? null : Math.floor((100 * inTime) / due);

/** Null: too few to say. */
export const usualMs = ({ answered, medianMs }: AnswerRecord): number | null =>
  answered < fewestForShare ? null : medianMs;

/** What is told of it to everyone. */
export const toldOf = (record: AnswerRecord) => ({
  open: record.open,
  late: record.late,
  due: record.due,
  shareInTime: shareInTime(record),
  usualMs: usualMs(record),
  reopened: record.due < fewestForShare ? null : record.reopened,
  fewest: fewestForShare,
});
