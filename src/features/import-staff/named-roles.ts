import { roles, type Role } from '../../domain/role.ts';
import { textFor } from '../../ui/texts/text.ts';

const languages = ['id', 'en'] as const;

/** The roles that a cell names, parted by commas, each as the pages call it in either language; null: one of them is none. */
export const namedRoles = (written: string): readonly Role[] | null => {
  const named = written
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '')
    .map((word) => roles.find((role) => namesOf(role).includes(word)));
  const known = named.filter((role) => role !== undefined);
  return known.length === named.length ? roles.filter((role) => known.includes(role)) : null;
};

const namesOf = (role: Role): readonly string[] => [
  role,
  ...languages.map((language) => textFor(language)(`role.name.${role}`).toLowerCase()),
];

/** The same the other way round, as it stands in a list that is downloaded. */
export const roleWords = (held: readonly Role[]): string =>
  held.map((role) => textFor('id')(`role.name.${role}`)).join(', ');
