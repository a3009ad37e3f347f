import type { Access } from '../../domain/access.ts';
import { parseNumber } from '../../domain/report-number.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { readSupporters } from '../../store/supporter.ts';
import { renderDocument } from '../../ui/render.ts';
import type { FileReportMeans } from './means.ts';
import { OwnReportsPage } from './own-reports.view.tsx';
import { SupportedPage } from './supported.view.tsx';

const config = { access: 'everyone' satisfies Access } as const;

/** What follows when somebody supports the report of another, and the list that a device keeps of its own. */
export const supportedRoutes = (server: Server, laksa: FileReportMeans): void => {
  server.get<{ Querystring: { nomor?: string | string[]; lagi?: string; tulis?: string } }>(
    '/lapor/didukung',
    { config },
    async (request, reply) => {
      const { tenant, query } = request;
      const number = parseNumber([query.nomor ?? ''].flat()[0] ?? '');
      const supporters =
        number === null
          ? null
          : await laksa.database.inTenant(tenant.id, (tx) => readSupporters(tx, tenant.id, number), { readOnly: true });
      if (number === null || supporters === null) return seeOther(reply, '/laporan');
      const frame = laksa.frame(request);
      const said = query.lagi === '1' ? 'already' : 'counted';
      const shown = { number, supporters, said, hadWords: query.tulis === '1' } as const;
      const page = <SupportedPage frame={frame} {...shown} />;
      return sendPage(reply, renderDocument(page));
    },
  );

  server.get('/laporan-saya', { config }, async (request, reply) =>
    sendPage(reply, renderDocument(<OwnReportsPage frame={laksa.frame(request)} />)),
  );
};
