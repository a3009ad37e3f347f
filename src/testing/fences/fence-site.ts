import { Writable } from 'node:stream';

import { pino } from 'pino';

import { buildSite } from '../../app.ts';
import { roleUrl } from '../../platform/db/role-url.ts';
import { createSessions } from '../../platform/session/sessions.ts';
import { startTestInstallation } from '../test-installation.ts';
import type { TestSite } from '../test-site.ts';

/** The whole site with every line of its log kept. */
export type FenceSite = TestSite & { readonly logged: string[] };

export const startFenceSite = async (): Promise<FenceSite> => {
  const installation = await startTestInstallation({ maxConnections: 4 });
  const sessions = createSessions({
    url: roleUrl(installation.url, 'laksa_auth'),
    secret: 'a secret of the tests, long enough to be one',
    maxConnections: 2,
    onError: () => undefined,
  });
  const logged: string[] = [];
  const app = await buildSite({
    ...installation.laksa,
    sessions,
    assets: { css: '/assets/site.css' },
    folders: [],
    log: pino({ level: 'trace' }, keeping(logged)),
    trustProxy: [],
    checks: {},
    shedAboveMs: 60_000,
  });
  await app.ready();
  return {
    ...installation,
    app,
    sessions,
    logged,
    close: async () => {
      await app.close();
      await sessions.destroy();
      await installation.close();
    },
  };
};

const keeping = (lines: string[]): Writable =>
  new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
