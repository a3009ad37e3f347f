import { Logger } from 'graphile-worker';

/** For the installation, whose errors are thrown. */
export const quietLogger = new Logger(() => () => undefined);

/** What graphile-worker has to say from "warning" upwards. Failed jobs are told by the runner itself, masked: its words would not be. */
export function loggerTo(log: (line: string) => void): Logger {
  return new Logger(() => (level, message, meta) => {
    const isOurs = meta?.['failure'] === true;
    if ((level === 'error' || level === 'warning') && !isOurs) log(`jobs: ${message}`);
  });
}
