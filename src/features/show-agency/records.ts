import type { AnswerRecord, StandingRecord } from '../../domain/answer-record.ts';
import { keepAnswers } from '../../platform/memory/kept-answers.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { readAgencyRecord, readAgencyRecords } from '../../store/answer-record.ts';
import type { Installation } from '../../store/installation.ts';

/** The counts over all reports of agencies: the same for all who ask, so they are kept for a moment. */
export const openRecords = ({ database, clock, countsKeptForMs: forMs }: Installation) => {
  const keptStandings = keepAnswers<ReadonlyMap<string, StandingRecord>>({ forMs, most: 100, clock });
  const keptRecords = keepAnswers<AnswerRecord>({ forMs, most: 300, clock });
  const asked = ({ id, clock: own }: Tenant) => ({ tenantId: id, now: own.now() });
  return {
    standings: (tenant: Tenant): Promise<ReadonlyMap<string, StandingRecord>> =>
      keptStandings(tenant.id, () =>
        database.inTenant(tenant.id, (tx) => readAgencyRecords(tx, asked(tenant)), { readOnly: true }),
      ),
    record: (tenant: Tenant, agencyId: string): Promise<AnswerRecord> =>
      keptRecords(`${tenant.id} ${agencyId}`, () =>
        database.inTenant(tenant.id, (tx) => readAgencyRecord(tx, asked(tenant), agencyId), { readOnly: true }),
      ),
  };
};
