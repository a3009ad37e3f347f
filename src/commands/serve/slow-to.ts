import type { Logger } from 'pino';

import type { OnSlow } from '../../platform/db/slow-statement.ts';
import { currentCause } from '../../platform/log/cause.ts';

/** Writes slow statements into the log, with the request they were for. */
export const slowTo =
  (log: Logger): OnSlow =>
  (slow) =>
    log.warn({ ...slow, requestId: currentCause() }, 'slow statement');
