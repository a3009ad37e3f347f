import { pino } from 'pino';

import { createApiKey } from '../../../commands/apikey.ts';
import { isAccess, type Access, type Scope } from '../../../domain/access.ts';
import { buildServer, type Server } from '../../../platform/http/server.ts';
import type { Tenant } from '../../../platform/tenant/tenant.ts';
import { startTestInstallation, type TestInstallation } from '../../../testing/test-installation.ts';
import { textFor } from '../../../ui/texts/text.ts';
import { guardKey } from '../key-guard.ts';
import { serveApiRoutes } from '../routes.tsx';
import { boundless } from '../../../platform/http/testing/boundless.ts';

export type ApiSite = TestInstallation & {
  readonly app: Server;
  /** A key of the post with this slug. */
  readonly keyOf: (city: Tenant, post: string, scopes: readonly Scope[]) => Promise<string>;
};

/** The interfaces for programs alone, with their own guard, on a database with two cities. */
export const startApiSite = async (): Promise<ApiSite> => {
  const installation = await startTestInstallation({ maxConnections: 8 });
  const { laksa } = installation;
  const guard = guardKey(laksa);
  const app = await buildServer<Access>({
    tenants: laksa.tenants,
    rules: {
      isAccess,
      authorize: async (request, access) =>
        typeof access === 'object' && 'key' in access ? guard(request, access) : null,
      cacheControl: (access) => (access === 'everyone' ? 'private, no-cache' : 'no-store'),
    },
    renderErrorPage: ({ status }) => String(status),
    health: { access: 'everyone', checks: {} },
    openApi: { title: 'Laksa', description: 'Test', version: '1', access: 'everyone' },
    folders: [],
    log: pino({ level: 'silent' }),
    allowances: boundless,
  });
  serveApiRoutes(app, {
    ...laksa,
    frame: ({ tenant: { name, isDemo, isRehearsal }, language, url }) => ({
      city: { name, isDemo, isRehearsal },
      language,
      t: textFor(language),
      path: url,
      assets: { css: '/site.css' },
    }),
  });
  await app.ready();
  return {
    ...installation,
    app,
    keyOf: (city, slug, scopes) => createApiKey(laksa, city, { post: { slug }, scopes }),
    close: async () => {
      await app.close();
      await installation.close();
    },
  };
};

export const hosts = { first: 'satu.example', second: 'dua.example' } as const;
