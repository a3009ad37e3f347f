import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { showNumber } from '../../domain/report-number.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import type { Text } from '../../ui/texts/text.ts';
import { HomePage, type HomeProps } from './home.view.tsx';
import { readNewestReports, readSolvedLately, type NewestReport, type SolvedReport } from './queries.ts';

export type ShowHomeMeans = Installation & { readonly frame: (request: FastifyRequest) => PageFrame };

/** The front door. */
export const showHomeRoutes = (server: Server, laksa: ShowHomeMeans): void => {
  server.get('/', { config: { access: 'everyone' satisfies Access } }, async (request, reply) => {
    const { tenant } = request;
    const read = await laksa.database.inTenant(
      tenant.id,
      async (tx) => ({
        newest: await readNewestReports(tx, tenant.id),
        solved: await readSolvedLately(tx, tenant.id),
      }),
      { readOnly: true },
    );
    const frame = laksa.frame(request);
    const props = { frame, canonical: `${tenant.origin}/`, ...presentHome(frame.t, read) };
    return sendPage(reply, renderDocument(<HomePage {...props} />));
  });
};

type Read = { readonly newest: readonly NewestReport[]; readonly solved: readonly SolvedReport[] };

const presentHome = (t: Text, { newest, solved }: Read): Pick<HomeProps, 'newest' | 'solved'> => {
  const titleOf = ({ title, number }: { readonly title: string | null; readonly number: string }): string =>
    title ?? t('publicReport.untitled', { number: showNumber(number) });
  return {
    newest: newest.map((report) => ({ ...report, title: titleOf(report) })),
    solved: solved.map(({ answered_at, filed_at, ...report }) => ({
      ...report,
      title: titleOf(report),
      tookMs: answered_at === null ? null : answered_at.getTime() - filed_at.getTime(),
      before: null,
    })),
  };
};
