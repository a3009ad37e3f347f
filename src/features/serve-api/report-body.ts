import { z } from 'zod';

import { longestInReport } from '../../domain/limits.ts';
import { reportKinds } from '../../domain/report.ts';
import { languages } from '../../platform/i18n/language.ts';

const longest = { ...longestInReport, contact: 320, slug: 100 } as const;

/** What files a report: the fields of the form at /lapor. Only the words are needed. */
export const reportBody = z
  .strictObject({
    kind: z.enum(reportKinds).optional().describe('complaint where it is not given'),
    title: z.string().max(longest.title).optional(),
    description: z.string().max(longest.description).describe('What happened, in the words of the person'),
    category: z
      .string()
      .max(longest.slug)
      .optional()
      .describe('The slug of a category; a verifier chooses where it is not given'),
    occurred_on: z.string().max(10).optional().describe('YYYY-MM-DD'),
    village: z.string().max(20).optional().describe('Kemendagri code of a village of the city'),
    place: z.string().max(longest.place).optional().describe('Street, landmark, RT/RW'),
    lat: z.number().min(-90).max(90).optional(),
    lng: z.number().min(-180).max(180).optional(),
    name: z.string().max(longest.name).optional().describe('Of the reporter; sealed, shown to few'),
    phone: z.string().max(40).optional(),
    email: z.string().max(longest.contact).optional().describe('Notices go there'),
    anonymous: z.boolean().optional().describe('Hide the name from the public and from whom the report is about'),
    secret: z.boolean().optional().describe('Hide the content: never public, read by few'),
    language: z
      .enum(languages)
      .optional()
      .describe('In which notices are written; the language of the request where it is not given'),
    nonce: z.string().min(1).max(200).optional().describe('As the header Idempotency-Key, which wins'),
  })
  .meta({
    description: 'A report',
    examples: [
      {
        kind: 'complaint',
        description: 'Lampu jalan di depan Puskesmas mati sejak Senin.',
        place: 'Jalan Melati, depan Puskesmas',
      },
    ],
  });

export type ReportBody = z.output<typeof reportBody>;
