import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

import { ConfigError } from '../../config.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import type { Journal } from './journal.ts';
import type { Routing } from './routing.ts';

type Wanted = { readonly routing: Routing; readonly file: string; readonly journalFile: string };

/** Writes down what is replayed in a city, or holds it against what was begun there: one city is one table, sorted in one way. */
export const beginOrGoOn = async (
  laksa: Installation,
  tenant: Tenant,
  journal: Journal,
  { routing, file, journalFile }: Wanted,
): Promise<void> => {
  const table = await digestOf(file);
  const begun = journal.entries.find((entry) => entry.what === 'begun');
  if (begun === undefined) {
    if (await hasReports(laksa, tenant))
      throw new ConfigError(
        `${tenant.slug} holds reports that ${journalFile} does not know of: name another city with --tenant`,
      );
    return journal.write({ what: 'begun', tenantId: tenant.id, routing, table });
  }
  const wrong =
    begun.tenantId !== tenant.id
      ? `${journalFile} is of another city of that name: move it away`
      : begun.table !== table
        ? `another table is replayed in ${tenant.slug}: name another city with --tenant`
        : begun.routing !== routing
          ? `${tenant.slug} is replayed with --routing ${begun.routing}: name another city with --tenant`
          : null;
  if (wrong !== null) throw new ConfigError(wrong);
};

const digestOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
};

const hasReports = (laksa: Installation, tenant: Tenant): Promise<boolean> =>
  laksa.database.inTenant(
    tenant.id,
    async (tx) =>
      (await tx.selectFrom('report').select('id').where('tenant_id', '=', tenant.id).limit(1).executeTakeFirst()) !==
      undefined,
    { readOnly: true },
  );
