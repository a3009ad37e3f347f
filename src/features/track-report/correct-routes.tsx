import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { correctableMs, mayStillCorrect } from '../../domain/correction.ts';
import { longestInReport } from '../../domain/limits.ts';
import { statusOf, type Refusal } from '../../domain/refusal.ts';
import { parseNumber } from '../../domain/report-number.ts';
import { withoutTricks } from '../../domain/shown-text.ts';
import { wordsNow } from '../../domain/words-now.ts';
import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { formatMoment } from '../../platform/i18n/format.ts';
import type { Claim } from '../../store/claim-check.ts';
import { claimOf } from '../../store/claim-pass.ts';
import { makeMove } from '../../store/make-move.ts';
import { reportFrom } from '../../store/report.ts';
import { renderDocument } from '../../ui/render.ts';
import { CorrectPage, type CorrectedWords, type CorrectProps } from './correct.view.tsx';
import type { TrackReportMeans } from './means.ts';
import { readOwnReport, type OwnReportRow } from './queries.ts';

type OfReport = { Params: { readonly number: string } };

const config = { access: 'claim' satisfies Access } as const;

/** The own words mended, while nobody has worked with them. */
export const correctRoutes = (server: Server, laksa: TrackReportMeans): void => {
  server.get<OfReport>('/lacak/:number/perbaiki', { config }, async (request, reply) => {
    const own = await readOwn(laksa, request);
    if (own === null) return seeOther(reply, lostPath(request.params.number));
    const { title = '', description = '', place = '' } = wordsNow(own.row.events);
    return sendPage(reply, pageOf(laksa, request, own.row, { words: { title, description, place } }));
  });

  server.post<OfReport>(
    '/lacak/:number/perbaiki',
    { config: { ...config, keepsTyped: true } },
    async (request, reply) => {
      const words = wordsIn((await readForm(request)).fields);
      const own = await readOwn(laksa, request);
      if (own === null) return seeOther(reply, lostPath(request.params.number));
      const problems = problemsOf(words);
      if (problems.length > 0) return sendPage(reply, pageOf(laksa, request, own.row, { words, problems }), 422);
      const refusal = await correct(laksa, request, own.claim, words);
      if (refusal === null) return seeOther(reply, `/lacak/${own.row.number}?diperbaiki=1`);
      return sendRefused(laksa, reply, { row: own.row, words, refusal });
    },
  );
};

const lostPath = (number: string): string => {
  const known = parseNumber(number);
  return known === null ? '/lacak' : `/lacak?nomor=${known}`;
};

const wordsIn = (fields: FormFields): CorrectedWords => ({
  title: withoutTricks(textOf(fields, 'title')).trim(),
  description: textOf(fields, 'description'),
  place: withoutTricks(textOf(fields, 'place')).trim(),
});

/** As long as a report may be; that something was written the rules say themselves. */
const problemsOf = (words: CorrectedWords): CorrectProps['problems'] =>
  (['title', 'description', 'place'] as const).flatMap((field) =>
    [...words[field]].length > longestInReport[field] ? [{ field, problem: 'too_long' as const }] : [],
  );

type Own = { readonly claim: Claim; readonly row: OwnReportRow };

const readOwn = async (laksa: TrackReportMeans, request: FastifyRequest<OfReport>): Promise<Own | null> => {
  const number = parseNumber(request.params.number);
  const claim = number === null ? null : claimOf(laksa, request, number);
  if (claim === null) return null;
  const { tenant } = request;
  const row = await laksa.database.inTenant(
    tenant.id,
    (tx) => readOwnReport(tx, tenant.id, claim.reportId, ['filed', 'corrected']),
    { readOnly: true },
  );
  return row === null || row.claim_generation !== claim.generation ? null : { claim, row };
};

/** Null: it is corrected. */
const correct = (
  laksa: TrackReportMeans,
  { tenant }: FastifyRequest,
  claim: Claim,
  words: CorrectedWords,
): Promise<Refusal | null> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const made = await makeMove(tx, {
      tenantId: tenant.id,
      city: await laksa.cities.read(tx, tenant, laksa.clock.now()),
      report: { id: claim.reportId },
      actor: { kind: 'reporter' },
      command: { move: 'correct', ...words },
      at: tenant.clock.now(),
      keyring: laksa.keyring,
      admit: async (stored) => (stored.claimGeneration === claim.generation ? null : { kind: 'wrong_code' }),
    });
    return made.ok ? null : made.refusal;
  });

type Refused = { readonly row: OwnReportRow; readonly words: CorrectedWords; readonly refusal: Refusal };

/** What was typed is kept, also when it came too late: it can be sent as a message. */
const sendRefused = (laksa: TrackReportMeans, reply: FastifyReply, { row, words, refusal }: Refused): FastifyReply => {
  const problems =
    refusal.kind === 'incomplete'
      ? refusal.problems.flatMap(({ field, problem }) => (isWords(field) ? [{ field, problem }] : []))
      : [];
  const isLate = refusal.kind !== 'incomplete';
  return sendPage(reply, pageOf(laksa, reply.request, row, { words, problems, isLate }), statusOf(refusal));
};

const isWords = (field: string): field is keyof CorrectedWords =>
  field === 'title' || field === 'description' || field === 'place';

type Typed = {
  readonly words: CorrectedWords;
  readonly problems?: CorrectProps['problems'];
  readonly isLate?: boolean;
};

const pageOf = (
  laksa: TrackReportMeans,
  request: FastifyRequest,
  row: OwnReportRow,
  { words, problems = [], isLate = false }: Typed,
): string => {
  const { tenant, language } = request;
  const now = tenant.clock.now().toISOString();
  const may = !isLate && row.state === 'received' && mayStillCorrect(reportFrom(row), now);
  const end = new Date(row.filed_at.getTime() + correctableMs).toISOString();
  const until = may ? formatMoment(end, tenant.zone, language, now) : null;
  return renderDocument(
    <CorrectPage frame={laksa.frame(request)} number={row.number} words={words} until={until} problems={problems} />,
  );
};
