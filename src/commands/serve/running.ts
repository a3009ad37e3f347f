/** A process that does its work until it is told to stop. */
export type Running = {
  /** Finishes what it has begun, hands the rest back. */
  readonly stop: () => Promise<void>;
};
