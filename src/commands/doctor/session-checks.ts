import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

import { error, ok, type Check, type Finding } from './check.ts';

export const sessionChecks: readonly Check[] = [
  { name: 'direct connection', look: ({ direct }) => lookAtSession(direct) },
];

const channel = 'laksa_doctor';
const patienceMs = 2_000;

/** Whether what is said on a channel reaches who listens there: through a pooler in transaction mode it does not. */
export const lookAtSession = async (url: string): Promise<readonly Finding[]> => {
  const [listener, speaker] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
  try {
    await Promise.all([listener.connect(), speaker.connect()]);
    const heard = new Promise<boolean>((resolve) => void listener.once('notification', () => resolve(true)));
    await listener.query(`listen ${channel}`);
    await speaker.query(`notify ${channel}`);
    if (await Promise.race([heard, pause(patienceMs, false)])) return ok('a session of its own');
    return error(
      'nothing is heard on it: it ends at a pooler in transaction mode',
      'set DATABASE_DIRECT_URL to the address of PostgreSQL itself',
    );
  } finally {
    await Promise.all([listener.end(), speaker.end()]);
  }
};
