import type { Logger } from 'pino';
import { Counter, type Registry } from 'prom-client';

import type { FailedJob } from '../../platform/jobs/task-list.ts';
import type { Line } from '../../platform/line/line.ts';
import { currentCause } from '../../platform/log/cause.ts';
import { MailError, type SendMail } from '../../platform/mail/mail.ts';

type Means = { readonly registry: Registry; readonly log: Logger; readonly line: Line | null };

/** The same way of letters, which counts, writes a line about each and says how the mail server does. No line holds an address or a word. */
export const countedPost = (post: SendMail, { registry, log, line }: Means): SendMail => {
  const letters = new Counter({
    name: 'laksa_letters_total',
    help: 'Letters by what became of the try: sent, refused for good, or to be tried again',
    labelNames: ['outcome'],
    registers: [registry],
  });
  const note = (outcome: string): void => {
    letters.inc({ outcome });
    log.info({ outcome, requestId: currentCause() }, 'mail');
  };
  return async (mail) => {
    try {
      await post(mail);
    } catch (error) {
      const isRefused = error instanceof MailError && error.isPermanent;
      note(isRefused ? 'refused' : 'failed');
      // A server that refuses one letter for good works.
      line?.tell('posted', { wasTaken: isRefused });
      throw error;
    }
    note('sent');
    line?.tell('posted', { wasTaken: true });
  };
};

/** What a failed job or a trouble of the runner is to the log and to whoever watches. */
export const failuresTo =
  (log: Logger, line: Line | null) =>
  (error: Error, job?: FailedJob): void => {
    if (job === undefined) return log.error({ err: error }, 'worker');
    const { name, ...about } = job;
    log.error({ err: error, job: name, ...about }, 'job failed');
    line?.tell('trouble', { kind: `job ${name}`, requestId: job.requestId ?? '' });
  };
