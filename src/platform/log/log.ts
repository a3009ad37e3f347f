import { pino, type Logger } from 'pino';

import { loggableError } from './loggable-error.ts';

/** One line of JSON an event, on standard error: standard output is for what a person asked for. Contacts and words never stand in it. */
export const openLog = (level: string, name: string): Logger =>
  pino(
    { level, base: { pid: process.pid, name }, serializers: { err: serialized } },
    pino.destination({ dest: 2, sync: false }),
  );

const serialized = (error: unknown): unknown => (error instanceof Error ? loggableError(error) : String(error));
