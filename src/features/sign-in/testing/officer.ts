import type { LightMyRequestResponse } from 'fastify';
import { Secret, TOTP } from 'otpauth';

import type { EnrolledStaff } from '../../../platform/session/enrol-staff.ts';
import type { Tenant } from '../../../platform/tenant/tenant.ts';
import { addHolder } from '../../../store/post-holder.ts';
import { readCity } from '../../../testing/report-life.ts';
import type { TestSite } from '../../../testing/test-site.ts';

export const password = 'a long enough password';

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A browser at one city: keeps its cookies, sends forms as a browser does, follows nothing by itself. */
export type Browser = {
  readonly get: (path: string) => Promise<LightMyRequestResponse>;
  readonly post: (path: string, fields?: Fields) => Promise<LightMyRequestResponse>;
  readonly cookies: Map<string, string>;
};

export const openBrowser = ({ app }: TestSite, city: Tenant, cookies = new Map<string, string>()): Browser => {
  const headers = () => ({
    host: new URL(city.origin).host,
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  });
  const keep = (response: LightMyRequestResponse): LightMyRequestResponse => {
    for (const { name, value, maxAge } of response.cookies) {
      if (maxAge === 0) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    cookies,
    get: async (url) => keep(await app.inject({ method: 'GET', url, headers: headers() })),
    post: async (url, fields = {}) => {
      const body = new URLSearchParams(
        Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
      );
      const sent = { ...headers(), origin: city.origin, 'content-type': 'application/x-www-form-urlencoded' };
      return keep(await app.inject({ method: 'POST', url, headers: sent, payload: body.toString() }));
    },
  };
};

export type Officer = Browser & EnrolledStaff & { readonly login: string };

/** The half minute whose code was given last, by secret: a code is taken once. */
const given = new Map<string, number>();

/** The code that the app shows, and after that the one it shows next, which is taken too. A third within half a minute there is none. */
export const codeOf = ({ totpSecret }: Pick<EnrolledStaff, 'totpSecret'>): string => {
  const totp = new TOTP({ secret: Secret.fromBase32(totpSecret) });
  const now = totp.counter();
  const counter = Math.max(now, (given.get(totpSecret) ?? 0) + 1);
  if (counter > now + 1) throw new Error('the app shows no code that was not used');
  given.set(totpSecret, counter);
  return totp.generate({ timestamp: counter * 30_000 });
};

/** A person who holds these posts of a city, not yet signed in. */
export const newOfficer = async (
  site: TestSite,
  city: Tenant,
  posts: readonly string[],
  login = `${posts.join('-')}-${city.slug}`,
): Promise<Officer> => {
  const staff = await site.sessions.createStaff({ login, name: 'Petugas Contoh', password });
  const { posts: all } = await readCity(site.laksa, city);
  for (const slug of posts) {
    const post = all.find((candidate) => candidate.slug === slug);
    if (post === undefined) throw new Error(`the city has no post ${slug}`);
    await site.laksa.database.inTenant(city.id, (tx) =>
      addHolder(tx, city.id, {
        postId: post.id,
        userId: staff.userId,
        from: city.clock.now(),
        address: `${login}@petugas.invalid`,
      }),
    );
  }
  return { ...openBrowser(site, city), ...staff, login };
};

/** The same, signed in through the pages. */
export const signedIn = async (site: TestSite, city: Tenant, ...posts: readonly string[]): Promise<Officer> => {
  const officer = await newOfficer(site, city, posts);
  await officer.post('/petugas/masuk', { login: officer.login, password });
  await officer.post('/petugas/masuk/kode', { code: codeOf(officer) });
  return officer;
};
