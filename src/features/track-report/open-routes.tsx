import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { parseClaimCode } from '../../domain/claim-code.ts';
import { statusOf, type Refusal } from '../../domain/refusal.ts';
import { parseNumber } from '../../domain/report-number.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { formatMoment } from '../../platform/i18n/format.ts';
import { checkClaim } from '../../store/claim-check.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { rememberClaim } from './claim-cookie.ts';
import type { TrackReportMeans } from './means.ts';
import { OpenPage, type OpenProps } from './open.view.tsx';
import { fieldsOf, readTypedMove } from './own-moves.ts';
import { ownPage } from './own-page.tsx';

type AskQuery = Partial<Readonly<Record<'nomor' | 'keluar' | 'tanpa', string | string[]>>>;

const config = { access: 'claim' satisfies Access } as const;

/** The way in: number and code. */
export const openRoutes = (server: Server, laksa: TrackReportMeans): void => {
  server.get<{ Querystring: AskQuery }>(
    '/lacak',
    { config: { ...config, urgency: 'light' } },
    async (request, reply) => {
      const { nomor } = request.query;
      const frame = laksa.frame(request);
      const number = ([nomor ?? ''].flat()[0] ?? '').slice(0, longestNumber);
      return sendPage(reply, openPage({ frame, number, say: sayOf(frame, request.query) }));
    },
  );

  server.post('/lacak', { config }, async (request, reply) => {
    const { fields } = await readForm(request);
    const shown = { number: textOf(fields, 'nomor'), code: textOf(fields, 'kode') };
    const typed = readTypedMove(fields);
    const number = parseNumber(shown.number);
    const code = parseClaimCode(shown.code);
    const again = { ...shown, hidden: typed === null ? {} : fieldsOf(typed) };
    if (number === null || code === null) return sendPage(reply, misread(laksa, request, again, { number, code }), 422);
    const { tenant } = request;
    const checked = await laksa.database.inTenant(tenant.id, (tx) =>
      checkClaim(tx, laksa.keyring, {
        tenantId: tenant.id,
        number,
        code,
        at: laksa.clock.now(),
        cityTime: tenant.clock.now(),
      }),
    );
    if (!checked.ok) return refused(laksa, reply, again, checked.refusal);
    rememberClaim(laksa, reply, checked.value);
    // What was typed before the time ran out stands in its form again; it is sent by the person, not by us.
    const page = typed === null ? null : await ownPage(laksa, request, checked.value, { typed });
    return page === null ? seeOther(reply, `/lacak/${number}`) : sendPage(reply, page);
  });
};

/** Why somebody stands here who was elsewhere. */
const sayOf = ({ t }: PageFrame, { keluar, tanpa }: AskQuery): string | null => {
  if (keluar !== undefined) return t('trackReport.signedOut');
  return tanpa === undefined ? null : t('trackReport.noCodeHere');
};

const longestNumber = 40;

type Again = { readonly number: string; readonly code: string; readonly hidden: Readonly<Record<string, string>> };

/** The form of the way in, as empty as it is not filled. */
export const openPage = (props: Partial<OpenProps> & Pick<OpenProps, 'frame'>): string =>
  renderDocument(<OpenPage number="" code="" problems={[]} say={null} hidden={{}} {...props} />);

const misread = (
  laksa: TrackReportMeans,
  request: FastifyRequest,
  again: Again,
  read: { readonly number: string | null; readonly code: string | null },
): string => {
  const frame = laksa.frame(request);
  return openPage({
    frame,
    ...again,
    problems: [
      ...(read.number === null ? [{ field: 'nomor', text: frame.t('trackReport.form.notNumber') } as const] : []),
      ...(read.code === null ? [{ field: 'kode', text: frame.t('trackReport.form.notCode') } as const] : []),
    ],
  });
};

/** A wrong number and a wrong code are one answer. What was typed stands there to be compared, digit by digit. */
const refused = (laksa: TrackReportMeans, reply: FastifyReply, again: Again, refusal: Refusal): FastifyReply => {
  const frame = laksa.frame(reply.request);
  if (refusal.kind === 'too_many_tries' && refusal.retryAfterSeconds !== Infinity)
    reply.header('retry-after', String(refusal.retryAfterSeconds));
  const { zone } = reply.request.tenant;
  const problems = [
    { field: 'kode', text: codeRefusalWords(frame, refusal, { zone, now: laksa.clock.now() }) },
  ] as const;
  return sendPage(reply, openPage({ frame, ...again, problems }), statusOf(refusal));
};

/** By the watch of who reads it, which is the machine's: tries are counted by that one. */
type Watch = { readonly zone: string; readonly now: Date };

/** Why a code did not open anything. */
export const codeRefusalWords = ({ t, language }: PageFrame, refusal: Refusal, { zone, now }: Watch): string => {
  if (refusal.kind !== 'too_many_tries') return t(`refusal.kind.${refusal.kind}`);
  if (refusal.retryAfterSeconds === Infinity) return t('trackReport.form.closed');
  const freeAt = new Date(now.getTime() + refusal.retryAfterSeconds * 1000);
  return t('trackReport.form.barred', { from: formatMoment(freeAt.toISOString(), zone, language, now.toISOString()) });
};
