import { Writable } from 'node:stream';

import { pino } from 'pino';

import type { Clock } from '../../clock/clock.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import type { Denial } from '../access.ts';
import type { ErrorPageProps } from '../problem.ts';
import { buildServer, type Server, type ServerOptions } from '../server.ts';

export type TestAccess = 'anyone' | 'desk' | 'nobody';

const clock: Clock = { now: () => new Date('2026-11-21T00:00:00Z') };

export const makeTenant = (slug: string, origin: string): Tenant => ({
  id: `00000000-0000-7000-8000-00000000000${slug.length}`,
  slug,
  name: slug,
  origin,
  zone: 'Asia/Jakarta',
  regionCode: '36.71',
  isDemo: false,
  isRehearsal: false,
  isOpen: true,
  isClockSet: false,
  isClockStepped: false,
  clock,
});

export const hill = makeTenant('hill', 'http://hill.example:3000');
export const harbour = makeTenant('harbour', 'https://harbour.example');

export const tenantsOf = (...tenants: readonly Tenant[]): ServerOptions<TestAccess>['tenants'] => ({
  all: async () => tenants,
  byHost: async (host) => tenants.find((tenant) => new URL(tenant.origin).host === host) ?? null,
});

export type TestServer = {
  readonly server: Server;
  readonly logged: Record<string, unknown>[];
  readonly shown: ErrorPageProps[];
};

/** The whole floor with two tenants, a guard that knows three words, and what was logged and shown. */
export const testServer = async (changes: Partial<ServerOptions<TestAccess>> = {}): Promise<TestServer> => {
  const logged: Record<string, unknown>[] = [];
  const shown: ErrorPageProps[] = [];
  const server = await buildServer<TestAccess>({
    tenants: tenantsOf(hill, harbour),
    rules: {
      isAccess: (value): value is TestAccess => value === 'anyone' || value === 'desk' || value === 'nobody',
      authorize: async (request, access): Promise<Denial | null> => {
        if (access === 'desk' && request.headers['x-signed-in'] === undefined)
          return { status: 401, signInAt: '/masuk' };
        return access === 'nobody' ? { status: 403 } : null;
      },
      cacheControl: (access) => (access === 'anyone' ? 'private, no-cache' : 'no-store'),
    },
    renderErrorPage: (props) => {
      shown.push(props);
      return `<!doctype html><title>${props.status}</title><a href="/">home</a>`;
    },
    health: { access: 'anyone', checks: {} },
    openApi: { title: 'Test', description: 'Test', version: '1', access: 'anyone' },
    folders: [],
    log: pino(
      { level: 'info' },
      new Writable({ write: (line, _encoding, done) => (logged.push(JSON.parse(String(line))), done()) }),
    ),
    ...changes,
  });
  return { server, logged, shown };
};

export const atHill = { host: 'hill.example:3000' } as const;
export const anyone = { config: { access: 'anyone' } } as const;
