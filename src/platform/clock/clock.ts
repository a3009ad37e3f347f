/** Where time comes from: an argument like a transaction, never a global. Deadlines are rows compared with it. */
export type Clock = { readonly now: () => Date };

export const systemClock: Clock = { now: () => new Date() };

/** How a tenant's time runs beside the machine's: a demonstration or a replay may be shifted and sped up. */
export type TimeShift = {
  /** The machine's instant from which `speed` counts. */
  readonly origin: Date;
  readonly offsetMs: number;
  readonly speed: number;
};

/** `now` = origin + offset + (machine time since origin) x speed. With offset 0 and speed 1 it is the base clock; with speed 0 it stands still. */
export const shiftedClock = (base: Clock, shift: TimeShift): Clock => ({
  now: () =>
    new Date(
      shift.origin.getTime() +
        shift.offsetMs +
        Math.round((base.now().getTime() - shift.origin.getTime()) * shift.speed),
    ),
});
