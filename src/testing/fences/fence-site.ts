import { tmpdir } from 'node:os';
import { Writable } from 'node:stream';

import pg from 'pg';
import { pino } from 'pino';

import { drawCard } from '../../adapters/pictures/draw-card.ts';
import { buildSite, type SiteOptions } from '../../app.ts';
import { healthOf } from '../../commands/serve/health-seen.ts';
import { roleUrl } from '../../platform/db/role-url.ts';
import { secretsFrom } from '../../platform/session/secrets.ts';
import { createSessions } from '../../platform/session/sessions.ts';
import { startTestInstallation } from '../test-installation.ts';
import type { TestSite } from '../test-site.ts';
import { boundless } from '../../platform/http/testing/boundless.ts';

/** The whole site with every line of its log kept, and a view from behind it. */
export type FenceSite = TestSite & {
  readonly logged: string[];
  /** A superuser's connection, past every fence. */
  readonly admin: pg.Client;
};

export const startFenceSite = async (more: Pick<SiteOptions, 'drawCard'> = { drawCard }): Promise<FenceSite> => {
  const installation = await startTestInstallation({ maxConnections: 4 });
  const sessions = createSessions({
    url: roleUrl(installation.url, 'laksa_auth'),
    secrets: () => secretsFrom(installation.laksa.keyring.handedOut('session')),
    maxConnections: 2,
    onError: () => undefined,
  });
  const logged: string[] = [];
  const app = await buildSite({
    ...installation.laksa,
    ...more,
    sessions,
    assets: { css: '/assets/site.css' },
    folders: [],
    log: pino({ level: 'trace' }, keeping(logged)),
    trustProxy: [],
    checks: {},
    allowances: boundless,
    lookAtHealth: healthOf(installation.laksa, { dataDir: tmpdir(), sendsMail: true }, null),
  });
  await app.ready();
  const admin = new pg.Client({ connectionString: installation.url });
  await admin.connect();
  return {
    ...installation,
    app,
    sessions,
    logged,
    admin,
    close: async () => {
      await admin.end();
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
