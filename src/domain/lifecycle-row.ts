import type { Carried } from './carries.ts';
import type { EventKind } from './event.ts';
import type { ReportState } from './report.ts';
import type { Who } from './who.ts';

/** One line of the table. */
export type Row = {
  readonly from: readonly ReportState[];
  /** With several agencies at work the report is where one of them is: from here too, if the post's own assignment is at that point. */
  readonly besides?: readonly ReportState[];
  /** `unchanged`: where it was. Several: what the move carries, or what others still do, decides among them. */
  readonly to: ReportState | 'unchanged' | readonly ReportState[];
  readonly who: readonly Who[];
  readonly must: readonly Carried[];
  /** Holds of the report besides its state. */
  readonly only?:
    | 'inside_reply_window'
    | 'when_due'
    | 'while_merged'
    | 'while_not_merged'
    | 'while_extendable'
    | 'while_correctable';
  readonly event: EventKind;
  readonly tellsReporter: boolean;
};
