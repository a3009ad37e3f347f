import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import type { Installation } from '../../store/installation.ts';
import { readAnsweredLast, readNewest, type AnsweredReport, type ListedReport } from '../../store/public-lists.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { reportTitle } from '../../ui/report-title.ts';
import { solvedRow } from '../../ui/solved-rows.tsx';
import type { Text } from '../../ui/texts/text.ts';
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
    const props = { frame, canonical: `${tenant.origin}/`, ...presentHome(frame.t, read) };
    return sendPage(reply, renderDocument(<HomePage {...props} />));
  });
};

const shown = { newest: 5, solved: 3 } as const;

type Read = { readonly newest: readonly ListedReport[]; readonly solved: readonly AnsweredReport[] };

const presentHome = (t: Text, { newest, solved }: Read): Pick<HomeProps, 'newest' | 'solved'> => ({
  newest: newest.map((report) => ({ ...report, title: reportTitle(t, report) })),
  solved: solved.map((report) => ({ ...solvedRow(t, report), before: null })),
});
