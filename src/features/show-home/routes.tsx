import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { lateMs } from '../../domain/late.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { readAnsweredLast, readNewest, type AnsweredReport, type ListedReport } from '../../store/public-lists.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { reportRow } from '../../ui/report-rows.tsx';
import { solvedRow } from '../../ui/solved-rows.tsx';
import { HomePage, type HomeProps } from './home.view.tsx';

export type ShowHomeMeans = Installation & { readonly frame: (request: FastifyRequest) => PageFrame };

/** The front door. */
export const showHomeRoutes = (server: Server, laksa: ShowHomeMeans): void => {
  server.get('/', { config: { access: 'everyone' satisfies Access } }, async (request, reply) => {
    const { tenant } = request;
    const read = await laksa.database.inTenant(
      tenant.id,
      async (tx) => ({
        newest: await readNewest(tx, tenant.id, {}, shown.newest),
        solved: await readAnsweredLast(tx, tenant.id, shown.solved),
      }),
      { readOnly: true },
    );
    const frame = laksa.frame(request);
    const props = { frame, canonical: `${tenant.origin}/`, ...presentHome(frame, tenant, read) };
    return sendPage(reply, renderDocument(<HomePage {...props} />));
  });
};

const shown = { newest: 5, solved: 3 } as const;

type Read = { readonly newest: readonly ListedReport[]; readonly solved: readonly AnsweredReport[] };

const presentHome = (
  { t, language }: PageFrame,
  { zone, clock }: Tenant,
  { newest, solved }: Read,
): Pick<HomeProps, 'newest' | 'solved'> => ({
  newest: newest.map((report) => reportRow({ t, language, zone }, report, lateMs(report, clock.now()))),
  solved: solved.map((report) => ({ ...solvedRow({ t, language, zone }, report), before: null })),
});
