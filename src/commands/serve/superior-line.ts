import type { Registry } from 'prom-client';

import { openLine, type Line } from '../../platform/line/line.ts';

/** The line to the supervisor, which asks for this process's measurements; null where nobody started it. */
export const superiorLine = (registry: Registry): Line | null => {
  if (process.send === undefined) return null;
  const end = {
    send: (message: object) => process.connected && process.send?.(message, undefined, undefined, () => undefined),
    on: (event: 'message', hear: (message: unknown) => void) => process.on(event, hear),
  };
  return openLine(end, { metrics: () => registry.getMetricsAsJSON() });
};

/** Longer than the slowest process is waited for. */
const patienceMs = 4_000;

/** What all processes have measured; this one's own where the supervisor says nothing: a little is better than a hole. */
export const scrapeBy = async (line: Line, own: Registry): Promise<string> => {
  const whole = await line.ask('scrape', patienceMs).catch(() => null);
  return typeof whole === 'string' ? whole : own.metrics();
};
