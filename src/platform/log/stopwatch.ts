/** Milliseconds since it was started: of the machine, for lines that say how long something took, and for nothing that is decided. */
export const startStopwatch = (): (() => number) => {
  const began = performance.now();
  return () => Math.round(performance.now() - began);
};
