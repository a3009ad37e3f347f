import type { InjectOptions, LightMyRequestResponse } from 'fastify';

import { createApiKey } from '../../commands/apikey.ts';
import { scopes, type Scope } from '../../domain/access.ts';
import type { Role } from '../../domain/role.ts';
import { signedIn } from '../../features/sign-in/testing/officer.ts';
import { cookieOf } from './city-with-words.ts';
import type { FenceSite } from './fence-site.ts';

/** One post of each role in every city of the tests. */
export const postOf = {
  intake_operator: 'petugas-loket',
  verifier: 'verifikator',
  coordinator: 'koordinator',
  agency_officer: 'petugas-pupr',
  agency_head: 'kepala-pupr',
  validator: 'validator',
  field_crew: 'lapangan-pupr',
  inspectorate: 'inspektorat',
  control_room: 'ruang-kendali',
  leadership: 'pimpinan',
  ombudsman: 'ombudsman',
  city_admin: 'admin-kota',
  data_protection: 'pelindungan-data',
  platform_admin: 'admin-platform',
} as const satisfies Record<Role, string>;

export const isRole = (name: string): name is Role => Object.hasOwn(postOf, name);
export const everyRole: readonly Role[] = Object.keys(postOf).filter(isRole);

export type Visitor = 'anonymous' | Role | `key ${Scope}`;

export type Visitors = ReadonlyMap<Visitor, Readonly<Record<string, string>>>;

/** What each of them sends along, in the first city: nothing, the cookies of a session, or a key of the coordinator. */
export const letVisitorsIn = async (site: FenceSite): Promise<Visitors> => {
  const [city] = site.cities;
  const visitors = new Map<Visitor, Readonly<Record<string, string>>>([['anonymous', {}]]);
  for (const role of everyRole) visitors.set(role, { cookie: cookieOf(await signedIn(site, city, postOf[role])) });
  for (const scope of scopes) visitors.set(`key ${scope}`, await bearerOf(site, 'coordinator', scope));
  return visitors;
};

export const bearerOf = async ({ laksa, cities: [city] }: FenceSite, role: Role, scope: Scope) => ({
  authorization: `Bearer ${await createApiKey(laksa, city, { post: { slug: postOf[role] }, scopes: [scope] })}`,
});

/** Asks the first city from somewhere in the world. */
export const askFirst = (
  { app, cities: [city] }: FenceSite,
  { headers, ...request }: InjectOptions,
): Promise<LightMyRequestResponse> =>
  app.inject({ ...request, remoteAddress: '203.0.113.9', headers: { ...headers, host: new URL(city.origin).host } });
