import { randomBytes } from 'node:crypto';
import pg from 'pg';

import type { Sessions } from '../../platform/session/sessions.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { City, NamedPost } from '../../store/city.ts';
import type { Installation } from '../../store/installation.ts';
import { hasCity, writeCity } from '../../store/new-city.ts';
import { insertTenant } from '../../store/new-tenant.ts';
import { addHolder, hasHolders, postsWithoutHolder } from '../../store/post-holder.ts';
import { readLogins, saveLogin } from './demo-logins.ts';
import { demoSlug } from './demo-slug.ts';
import { cityOfTangerang } from './tangerang/city.ts';

export type DemoOptions = {
  readonly ownerUrl: string;
  readonly origin: string;
  readonly dataDir: string;
  readonly installation: Installation;
  readonly sessions: Sessions;
  /** Makes its reports; null: it is to have none. */
  readonly fileReports: (() => Promise<void>) | null;
  readonly log: (line: string) => void;
};

/** Makes the demonstration city, or goes on where an interrupted start left off. Safe to repeat: what is there stays as it is. */
export const makeDemo = async (options: DemoOptions): Promise<void> => {
  const tenant = await demoTenant(options);
  await fillCity(options, tenant);
  await makeReports(options, tenant);
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
  await installation.database.inTenant(tenant.id, (tx) =>
    writeCity(tx, tenant.id, cityOfTangerang(), tenant.clock.now()),
  );
  installation.cities.forget(tenant.id);
};

/** Before anybody holds a post: what is told to a post of weeks that are past is told to nobody. A held post says that it is done. */
const makeReports = async ({ installation, fileReports }: DemoOptions, tenant: Tenant): Promise<void> => {
  if (fileReports === null) return;
  const isHeld = await installation.database.inTenant(tenant.id, (tx) => hasHolders(tx, tenant.id));
  if (!isHeld) await fileReports();
};

/** One invented person for each post; a password and a TOTP secret of its own in every installation. */
const signInPosts = async (options: DemoOptions, tenant: Tenant): Promise<void> => {
  const { installation, dataDir } = options;
  const { city, without } = await installation.database.inTenant(tenant.id, async (tx) => ({
    city: await installation.cities.read(tx, tenant, installation.clock.now()),
    without: new Set(await postsWithoutHolder(tx, tenant.id)),
  }));
  const waiting = city.posts.filter((post) => without.has(post.id) && isPlayed(city, post));
  if (waiting.length === 0) return;
  options.log(`making ${waiting.length} demonstration sign-ins`);
  const tries = (await readLogins(dataDir)).length;
  const suffix = (): string => (tries === 0 ? '' : `.${randomBytes(3).toString('hex')}`);
  for (const post of waiting) await signInPost(options, tenant, { city, post, suffix: suffix() });
};

/** Agencies whose posts somebody plays. The others are there to be given work; a sign-in takes a second to make, and there are some 150 of them. */
const playedAgencies: ReadonlySet<string> = new Set([
  'dinas-pupr',
  'dinas-lh',
  'dinas-perhubungan',
  'dinas-kesehatan',
  'dinas-dukcapil',
  'inspektorat',
]);

const isPlayed = (city: City, { agencyId }: NamedPost): boolean =>
  agencyId === null || city.agencies.some(({ id, slug }) => id === agencyId && playedAgencies.has(slug));

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
