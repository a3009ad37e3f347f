import { tmpdir } from 'node:os';

import { pino } from 'pino';

import { buildSite } from '../src/app.ts';
import { healthOf } from '../src/commands/serve/health-seen.ts';
import type { Server } from '../src/platform/http/server.ts';
import { secretsFrom } from '../src/platform/session/secrets.ts';
import { createSessions } from '../src/platform/session/sessions.ts';
import type { Installation } from '../src/store/installation.ts';

/** The whole site in this process, so that what it asks of the database can be heard. */
export const buildOwnSite = async (
  laksa: Installation,
  authUrl: string,
): Promise<{ readonly site: Server; readonly close: () => Promise<void> }> => {
  const secrets = () => secretsFrom(laksa.keyring.handedOut('session'));
  const sessions = createSessions({ url: authUrl, secrets, maxConnections: 2, onError: () => undefined });
  const site = await buildSite({
    ...laksa,
    sessions,
    assets: { css: '/assets/site.css' },
    folders: [],
    log: pino({ level: 'silent' }),
    trustProxy: [],
    checks: {},
    lookAtHealth: healthOf(laksa, { dataDir: tmpdir(), sendsMail: true }, null),
  });
  return {
    site,
    close: async () => {
      await site.close();
      await sessions.destroy();
    },
  };
};
