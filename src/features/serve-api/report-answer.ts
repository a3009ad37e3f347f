import { z } from 'zod';

import { clockKinds } from '../../domain/clocks.ts';
import { closedReasons, publications, reportClasses, reportKinds, reportStates } from '../../domain/report.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { PublicRow, WorkRow } from './queries.ts';

const instant = z.iso.datetime().describe('ISO 8601, UTC');

const publicFields = {
  number: z.string(),
  kind: z.enum(reportKinds).describe('What the reporter says it is'),
  class: z.enum(reportClasses).nullable().describe('What a verifier says it is'),
  state: z.enum(reportStates),
  state_since: instant,
  closed_reason: z.enum(closedReasons).nullable(),
  publication: z.enum(publications),
  publication_reason: z.string().nullable().describe('Why it was taken from the public'),
  category: z.string().nullable().describe('A slug of /api/v1/categories'),
  village: z.string().nullable().describe('A code of /api/v1/villages'),
  agencies: z.array(z.string()).describe('Slugs of the agencies that work on it'),
  title: z.string().nullable().describe('As published'),
  description: z.string().nullable().describe('As published'),
  answer: z.string().nullable().describe('As published, once approved'),
  filed_at: instant,
  next_due_at: instant.nullable().describe('When the earliest running clock is due'),
  next_clock: z.enum(clockKinds).nullable(),
  rating: z.int().nullable(),
  version: z.int().describe('Grows with every event; give it with a move, as `version` or `If-Match`'),
  url: z.string(),
};

export const publicReport = z.object(publicFields).describe('A report as everyone may read it');

const work = z
  .object({
    channel: z.string(),
    is_secret: z.boolean(),
    is_anonymous: z.boolean(),
    holder: z.string().nullable().describe('The post that has it'),
    assignments: z.array(
      z.object({ agency: z.string(), post: z.string(), state: z.enum(['offered', 'accepted', 'done', 'returned']) }),
    ),
    filed: z
      .object({
        title: z.string().nullable(),
        description: z.string().nullable(),
        place: z.string().nullable(),
        lat: z.number().nullable(),
        lng: z.number().nullable(),
        occurred_on: z.string().nullable(),
      })
      .describe('What the reporter wrote, unmasked'),
  })
  .describe('With a key whose post sees the report');

export const oneReport = z.object({ ...publicFields, work: work.optional() }).describe('A report');

export type PublicReport = z.output<typeof publicReport>;
export type OneReport = z.output<typeof oneReport>;

export const publicFrom = (row: PublicRow, tenant: Pick<Tenant, 'origin'>): PublicReport => ({
  number: row.number,
  kind: row.kind,
  class: row.class,
  state: row.state,
  state_since: row.state_since.toISOString(),
  closed_reason: row.closed_reason,
  publication: row.publication,
  publication_reason: row.publication_reason,
  category: row.category,
  village: row.village,
  agencies: [...row.agencies],
  title: row.title,
  description: row.description,
  answer: row.answer,
  filed_at: row.filed_at.toISOString(),
  next_due_at: row.next_due_at?.toISOString() ?? null,
  next_clock: row.next_clock,
  rating: row.rating,
  version: row.version,
  url: `${tenant.origin}/laporan/${row.number}`,
});

export const workFrom = (row: WorkRow, tenant: Pick<Tenant, 'origin'>): OneReport => ({
  ...publicFrom(row, tenant),
  work: {
    channel: row.channel,
    is_secret: row.is_secret,
    is_anonymous: row.is_anonymous,
    holder: row.holder,
    assignments: row.assignments.map(({ agency, post, state }) => ({ agency, post, state })),
    filed: {
      title: row.words.title ?? null,
      description: row.words.description ?? null,
      place: row.words.place ?? null,
      lat: numberFrom(row.words.latitude),
      lng: numberFrom(row.words.longitude),
      occurred_on: row.occurred_on,
    },
  },
});

const numberFrom = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
