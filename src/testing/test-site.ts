import { tmpdir } from 'node:os';

import { pino } from 'pino';

import { drawCard } from '../adapters/pictures/draw-card.ts';
import { buildSite } from '../app.ts';
import { healthOf } from '../commands/serve/health-seen.ts';
import type { Server } from '../platform/http/server.ts';
import { secretsFrom } from '../platform/session/secrets.ts';
import { createSessions, type Sessions } from '../platform/session/sessions.ts';
import { roleUrl } from '../platform/db/role-url.ts';
import { startTestInstallation, type TestInstallation } from './test-installation.ts';
import { boundless } from '../platform/http/testing/boundless.ts';

export type TestSite = TestInstallation & { readonly app: Server; readonly sessions: Sessions };

/** The whole site on a database of its own with two cities; ask it with `app.inject({ headers: { host: 'satu.example' } })`. */
export const startTestSite = async ({
  keepsLetters = false,
  ...options
}: Parameters<typeof startTestInstallation>[0] & { readonly keepsLetters?: boolean } = {}): Promise<TestSite> => {
  const installation = await startTestInstallation(options);
  const { laksa, url } = installation;
  const sessions = createSessions({
    url: roleUrl(url, 'laksa_auth'),
    secrets: () => secretsFrom(laksa.keyring.handedOut('session')),
    maxConnections: 2,
    onError: () => undefined,
  });
  const app = await buildSite({
    ...laksa,
    keepsLetters,
    drawCard,
    sessions,
    assets: { css: '/assets/site.css' },
    folders: [],
    log: pino({ level: 'silent' }),
    trustProxy: [],
    checks: {},
    allowances: boundless,
    lookAtHealth: healthOf(laksa, { dataDir: tmpdir(), sendsMail: true }, null),
  });
  await app.ready();
  return {
    ...installation,
    app,
    sessions,
    close: async () => {
      await app.close();
      await sessions.destroy();
      await installation.close();
    },
  };
};
