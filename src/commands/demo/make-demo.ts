import { randomBytes } from 'node:crypto';
import pg from 'pg';

import type { Sessions } from '../../platform/session/sessions.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { City, NamedPost } from '../../store/city.ts';
import type { Installation } from '../../store/installation.ts';
import { hasCity, writeCity } from '../../store/new-city.ts';
import { insertTenant } from '../../store/new-tenant.ts';
import { addHolder, postsWithoutHolder } from '../../store/post-holder.ts';
import { villagesOf } from '../region-villages.ts';
import { readLogins, saveLogin } from './demo-logins.ts';
import { sampleCity } from '../sample-city.ts';

export const demoSlug = 'demo';

export type DemoOptions = {
  readonly ownerUrl: string;
  readonly origin: string;
  readonly dataDir: string;
  readonly installation: Installation;
  readonly sessions: Sessions;
  readonly log: (line: string) => void;
};

/** Makes the demonstration city, or goes on where an interrupted start left off. Safe to repeat: what is there stays as it is. */
export const makeDemo = async (options: DemoOptions): Promise<void> => {
  const tenant = await demoTenant(options);
  await fillCity(options, tenant);
  await signInPosts(options, tenant);
};

const demoTenant = async ({ ownerUrl, origin, installation }: DemoOptions): Promise<Tenant> => {
  const admin = new pg.Client({ connectionString: ownerUrl });
  await admin.connect();
  try {
    await insertTenant(
      admin,
      { slug: demoSlug, name: 'Kota Tangerang', origin, zone: 'Asia/Jakarta', regionCode: '36.71', isDemo: true },
      installation.clock.now(),
    );
  } finally {
    await admin.end();
  }
  installation.tenants.forget();
  const tenant = (await installation.tenants.all()).find((candidate) => candidate.slug === demoSlug);
  if (tenant === undefined) throw new Error('the demonstration city was made and is not there');
  return tenant;
};

const fillCity = async ({ installation, log }: DemoOptions, tenant: Tenant): Promise<void> => {
  if (await installation.database.inTenant(tenant.id, (tx) => hasCity(tx, tenant.id))) return;
  log('making the demonstration city');
  const villages = await villagesOf(tenant.regionCode);
  await installation.database.inTenant(tenant.id, (tx) =>
    writeCity(tx, tenant.id, { ...sampleCity, villages }, tenant.clock.now()),
  );
  installation.cities.forget(tenant.id);
};

/** One invented person for each post; a password and a TOTP secret of its own in every installation. */
const signInPosts = async (options: DemoOptions, tenant: Tenant): Promise<void> => {
  const { installation, dataDir } = options;
  const waiting = await installation.database.inTenant(tenant.id, (tx) => postsWithoutHolder(tx, tenant.id));
  if (waiting.length === 0) return;
  options.log(`making ${waiting.length} demonstration sign-ins`);
  const city = await installation.database.inTenant(tenant.id, (tx) =>
    installation.cities.read(tx, tenant, installation.clock.now()),
  );
  const tries = (await readLogins(dataDir)).length;
  for (const postId of waiting) {
    const post = city.posts.find((candidate) => candidate.id === postId);
    if (post !== undefined)
      await signInPost(options, tenant, {
        city,
        post,
        suffix: tries === 0 ? '' : `.${randomBytes(3).toString('hex')}`,
      });
  }
};

type PostToSignIn = { readonly city: City; readonly post: NamedPost; readonly suffix: string };

/** The file first, the post last: whatever happens between, a post that is held can be signed in to with what the file says. */
const signInPost = async (
  { installation, sessions, dataDir }: DemoOptions,
  tenant: Tenant,
  { city, post, suffix }: PostToSignIn,
): Promise<void> => {
  const login = `${post.slug}${suffix}@${tenant.slug}.invalid`;
  const password = randomBytes(12).toString('base64url');
  const { userId, totpSecret } = await sessions.createStaff({ login, name: `${post.name} (contoh)`, password });
  const agency = city.agencies.find((candidate) => candidate.id === post.agencyId)?.slug ?? null;
  await saveLogin(dataDir, { post: post.slug, role: post.roles[0] ?? '', agency, login, password, totp: totpSecret });
  await installation.database.inTenant(tenant.id, (tx) =>
    addHolder(tx, tenant.id, { postId: post.id, userId, from: tenant.clock.now(), address: login }),
  );
};
