import type { FastifyRequest } from 'fastify';

import { backupsUnknown, isBackedUp } from '../../domain/backups.ts';
import { readinessOf, type ReadinessFacts, type ReadinessState } from '../../domain/readiness.ts';
import { isHttps } from '../../platform/http/tenant.ts';
import { readCityReadiness, readMarks, type KeptMark } from '../../store/readiness.ts';
import type { Tx } from '../../store/tx.ts';
import type { PrepareOpeningMeans } from './means.ts';

export type Readiness = {
  readonly facts: ReadinessFacts;
  readonly states: readonly ReadinessState[];
  readonly marks: readonly KeptMark[];
};

/** How far the region is. Whether its address is reached shows in the request itself: by which it came, and how. */
export const readReadiness = async (
  tx: Tx,
  { cities, clock, keepsLetters = false, trustProxy, lastBackups }: PrepareOpeningMeans,
  { tenant, host, protocol }: FastifyRequest,
): Promise<Readiness> => {
  const city = await cities.read(tx, tenant, clock.now());
  const isAtItsAddress = `${protocol}://${host.toLowerCase()}` === tenant.origin;
  const facts = {
    ...(await readCityReadiness(tx, tenant, city)),
    sendsMail: !keepsLetters,
    isReached: isHttps(tenant) && trustProxy.length > 0 && isAtItsAddress,
    isBackedUp: isBackedUp((await lastBackups?.()) ?? backupsUnknown, clock.now()),
  };
  const marks = await readMarks(tx, tenant.id);
  return { facts, marks, states: readinessOf(facts, marks) };
};
