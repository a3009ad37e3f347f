import type { Access } from '../../domain/access.ts';
import { parseNumber } from '../../domain/report-number.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { parseContact } from '../../store/contact.ts';
import { shownCodeCookie } from '../../store/filed-cookie.ts';
import { renewLostClaim } from '../../store/renew-claim.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { LostCodePage, type LostCodeProps } from './lost-code.view.tsx';
import type { TrackReportMeans } from './means.ts';

const config = { access: 'claim' satisfies Access } as const;

/** A new code for who lost theirs and is known by a contact. */
export const lostCodeRoutes = (server: Server, laksa: TrackReportMeans): void => {
  server.get<{ Querystring: { readonly diminta?: string | string[]; readonly nomor?: string | string[] } }>(
    '/lacak/kode-baru',
    { config },
    async (request, reply) => {
      const { diminta, nomor } = request.query;
      const mayShow = request.cookies[shownCodeCookie.name] !== undefined;
      const number = parseNumber([nomor ?? ''].flat()[0] ?? '') ?? '';
      return sendPage(reply, lostPage(laksa.frame(request), { number, isAsked: diminta !== undefined, mayShow }));
    },
  );

  server.post('/lacak/kode-baru', { config }, async (request, reply) => {
    const { fields } = await readForm(request);
    const shown = { number: textOf(fields, 'nomor'), contact: textOf(fields, 'kontak') };
    const number = parseNumber(shown.number);
    const contact = parseContact(shown.contact);
    const frame = laksa.frame(request);
    if (number === null || contact === null)
      return sendPage(reply, lostPage(frame, { ...shown, problems: problemsOf(frame, { number, contact }) }), 422);
    // No letter leaves: the old code would be lost, and the new one would reach nobody.
    if (frame.keepsLetters === true) return seeOther(reply, '/lacak/kode-baru');
    const { tenant } = request;
    await laksa.database.inTenant(tenant.id, (tx) =>
      renewLostClaim(tx, laksa, {
        tenantId: tenant.id,
        number,
        contact,
        at: laksa.clock.now(),
        writtenAt: tenant.clock.now(),
      }),
    );
    return seeOther(reply, '/lacak/kode-baru?diminta=1');
  });
};

const lostPage = (frame: PageFrame, props: Partial<LostCodeProps>): string =>
  renderDocument(
    <LostCodePage frame={frame} number="" contact="" problems={[]} isAsked={false} mayShow={false} {...props} />,
  );

const problemsOf = (
  { t }: PageFrame,
  read: { readonly number: string | null; readonly contact: object | null },
): LostCodeProps['problems'] => [
  ...(read.number === null ? [{ field: 'nomor', text: t('trackReport.form.notNumber') } as const] : []),
  ...(read.contact === null ? [{ field: 'kontak', text: t('trackReport.lost.notContact') } as const] : []),
];
