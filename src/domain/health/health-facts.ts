import type { ClockKind } from '../clocks.ts';
import type { ReportState } from '../report.ts';

/** Of what waits: how much, and how long the first of it. Null: nothing waits. */
export type Waiting = { readonly count: number; readonly oldestSeconds: number | null };

/** What one city is about, in numbers alone. */
export type CityPulse = {
  readonly slug: string;
  readonly name: string;
  /** Its time is not the machine's, or nothing of it is real: nobody is told of its troubles. */
  readonly isPretended: boolean;
  readonly open: Readonly<Partial<Record<ReportState, number>>>;
  readonly late: Readonly<Partial<Record<ClockKind, number>>>;
  /** Events that have no place in the feed yet. */
  readonly unpublished: Waiting;
  /** Clocks whose moment has come and that nobody has marked. */
  readonly unswept: Waiting;
  readonly letters: Waiting;
  readonly postLetters: Waiting;
  /** Letters that were tried and did not go, and those that were given up within a day. */
  readonly lettersFailing: number;
  readonly lettersGivenUp: number;
  /** By how much its newest event lies ahead of its time now: the clock was ahead when it was written, or is behind. */
  readonly aheadSeconds: number;
  /** Promises broken in the last 24 hours, and on a usual day of the four weeks before. */
  readonly broken: { readonly lastDay: number; readonly usual: number };
  /** The first year that dates reach and whose holidays nobody has entered. */
  readonly missingYear: number | null;
};

export type JobsPulse = {
  readonly name: string;
  readonly waiting: number;
  readonly troubled: number;
  readonly dead: number;
  readonly oldestSeconds: number | null;
};

/** What the database says; null where it did not answer. */
export type DatabasePulse = {
  readonly version: string;
  readonly workers: number;
  readonly migrations: number;
  /** How far its clock and this machine's are apart. */
  readonly apartSeconds: number;
  readonly jobs: readonly JobsPulse[];
  readonly cities: readonly CityPulse[];
};

/** When something was last copied away; `never`, where it is known that it was not, null where nobody knows. */
export type LastCopy = { readonly hoursAgo: number } | 'never' | null;

export type Copies = {
  readonly backup: LastCopy;
  /** The newest segment of the log; null where none is sent on. */
  readonly backupLog: LastCopy;
  readonly keysBackup: LastCopy;
};

export const copiesUnknown: Copies = { backup: null, backupLog: null, keysBackup: null };

/** What the service knows of itself; null where this process has nobody to ask. */
export type ServicePulse = {
  /** Processes that ended unasked in the last ten minutes. */
  readonly deaths: number;
  /** Answers 500 and failed jobs, in the last ten minutes. */
  readonly failures: number;
  /** Since when the mail server has taken nothing; null: it takes letters, or nobody has tried. */
  readonly mailFailsForSeconds: number | null;
};

export type HealthFacts = Copies & {
  readonly database: DatabasePulse | null;
  readonly service: ServicePulse | null;
  readonly sendsMail: boolean;
  /** 0 to 1. */
  readonly freeDisk: number | null;
  /** Of each address with https; null: it could not be read. */
  readonly certificates: readonly { readonly host: string; readonly daysLeft: number | null }[];
  /** Migrations of this version that the database has not seen. */
  readonly missingMigrations: number;
};

/** What the service remembers since it was started, for who reads it: kinds and codes, nobody's words. */
export type ServiceTold = {
  /** Of the last 24 hours. */
  readonly errors: readonly {
    readonly kind: string;
    readonly count: number;
    readonly lastAt: string;
    readonly requestIds: readonly string[];
  }[];
  /** By the name of a process, of the last 24 hours. */
  readonly deaths: Readonly<Record<string, number>>;
  readonly mailTakenAt: string | null;
  readonly mailRefusedAt: string | null;
};
