import type { FastifyRequest } from 'fastify';

import type { Option } from '../../ui/select-field.tsx';
import type { KeepOfficesMeans } from './means.ts';
import { readStaff } from './post-queries.ts';

/** Everybody known in this city, by name; nobody who is known only to another. */
export const peopleOptions = async (
  { database, sessions }: KeepOfficesMeans,
  { tenant, language }: FastifyRequest,
): Promise<readonly Option[]> => {
  const staff = await database.inTenant(tenant.id, (tx) => readStaff(tx, tenant.id), { readOnly: true });
  const people = await sessions.people(staff.map(({ userId }) => userId));
  return [...people.values()]
    .toSorted((a, b) => a.name.localeCompare(b.name, language) || a.login.localeCompare(b.login))
    .map(({ userId, name, login }) => ({ value: userId, label: `${name} (${login})` }));
};
