import type { Tx } from './tx.ts';

/** A part of an address that nobody has yet: of the name, with a number where it is taken. */
export const freeSlug = async (tx: Tx, tenantId: string, table: 'agency' | 'post', name: string): Promise<string> => {
  const base = slugOf(name);
  const rows = await tx
    .selectFrom(table)
    .select('slug')
    .where('tenant_id', '=', tenantId)
    .where('slug', 'like', `${base}%`)
    .execute();
  const taken = new Set(rows.map(({ slug }) => slug));
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
};

const longestSlug = 48;

const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replaceAll(/^-+|-+$/g, '') || 'baru';
