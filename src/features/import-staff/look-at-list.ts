import type { FastifyRequest } from 'fastify';

import { localDay } from '../../domain/time.ts';
import { uuid7 } from '../../platform/db/uuid7.ts';
import { currentCity } from '../../store/current-city.ts';
import { actorOf } from '../../store/identity.ts';
import { keepBatch } from '../../store/import-batch.ts';
import { checkList } from './check-list.ts';
import type { KeptList } from './kept-list.ts';
import type { ImportStaffMeans } from './means.ts';
import { readHoldings, readInvited, withAddresses } from './queries.ts';
import type { ListLine } from './read-list.ts';

/** Judges each line against the city as it is, keeps that, and gives its id: nothing else is written. */
export const lookAtList = async (
  laksa: ImportStaffMeans,
  request: FastifyRequest,
  lines: readonly ListLine[],
): Promise<string> => {
  const { tenant } = request;
  const by = actorOf(request);
  const { posts, agencies, villages } = await currentCity(laksa, tenant);
  const { holdings, invited } = await laksa.database.inTenant(tenant.id, async (tx) => ({
    holdings: await readHoldings(tx, tenant),
    invited: await readInvited(tx, laksa, tenant),
  }));
  const userIds = [...new Set([by.userId, ...holdings.map((holding) => holding.userId)])];
  const people = await laksa.sessions.findPeople({ userIds, limit: userIds.length });
  const known = [...withAddresses(holdings, people), ...invited];
  const today = localDay(tenant.clock.now().toISOString(), tenant.zone);
  const content: KeptList = {
    inviter: people.find((person) => person.userId === by.userId)?.name ?? null,
    ...checkList(lines, { posts, agencies, villages, known, today, newId: () => uuid7(tenant.clock.now()) }),
  };
  return laksa.database.inTenant(tenant.id, (tx) => keepBatch(tx, laksa, tenant, { content, ...by }));
};
