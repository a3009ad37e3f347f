import { createApiKey } from '../../commands/apikey.ts';
import type { Scope } from '../../domain/access.ts';
import { openBrowser, signedIn } from '../../features/sign-in/testing/officer.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { cookieOf } from '../fences/city-with-words.ts';
import type { FenceSite } from '../fences/fence-site.ts';
import { postOf } from '../fences/visitors.ts';
import { askSite, type Ask } from './ask.ts';
import type { Told } from './told-city.ts';
import { posts, type Viewer } from './who-sees-what.ts';

export type Looking = {
  readonly viewer: Viewer;
  readonly ask: Ask;
  /** The post behind a session of staff. */
  readonly post: string | null;
};

/** Everyone but the reporters, each at an address of their own in the world, so that nobody uses up the other's share. */
export const letLookersIn = async (site: FenceSite): Promise<readonly Looking[]> => {
  const [first, second] = site.cities;
  const staff = async (viewer: Viewer, city: Tenant, ...slugs: readonly string[]): Promise<Looking> => ({
    viewer,
    post: slugs[0] ?? null,
    ask: asking(site, city, { cookie: cookieOf(await signedIn(site, city, ...slugs)) }),
  });
  const lookers: Looking[] = [{ viewer: 'anonymous', post: null, ask: letStrangerIn(site) }];
  for (const role of posts) lookers.push(await staff(role, first, postOf[role]));
  lookers.push(await staff('other_agency', first, 'petugas-perhubungan'));
  lookers.push(await staff('other_city', second, 'koordinator', 'verifikator', 'inspektorat', 'petugas-pupr'));
  for (const scope of ['report:create', 'report:read', 'report:handle'] as const)
    lookers.push({ viewer: `key ${scope}`, post: null, ask: asking(site, first, await keyOf(site, first, scope)) });
  return lookers;
};

/** Who has shown number and code of this report, and of no other. */
export const letReporterIn = async (site: FenceSite, city: Tenant, { number, claimCode }: Told): Promise<Ask> => {
  const browser = openBrowser(site, city);
  await browser.post('/lacak', { nomor: number, kode: claimCode });
  if (browser.cookies.size === 0) throw new Error(`number and code of ${number} opened nothing`);
  return asking(site, city, { cookie: cookieOf(browser) });
};

/** Who has shown nothing. */
export const letStrangerIn = (site: FenceSite): Ask => asking(site, site.cities[0], {});

const keyOf = async ({ laksa }: FenceSite, city: Tenant, scope: Scope) => ({
  authorization: `Bearer ${await createApiKey(laksa, city, { post: { slug: 'koordinator' }, scopes: [scope] })}`,
});

let lastAddress = 0;

const asking = ({ app }: FenceSite, { origin }: Tenant, brought: Readonly<Record<string, string>>): Ask => {
  lastAddress += 1;
  const remoteAddress = `203.0.${Math.floor(lastAddress / 250)}.${(lastAddress % 250) + 1}`;
  const own = { host: new URL(origin).host, ...brought };
  return ({ headers, ...request }) => {
    const from = request.method === 'POST' && brought['authorization'] === undefined ? { origin } : {};
    return askSite(app, { ...request, headers: { ...headers, ...from, ...own } }, remoteAddress);
  };
};
