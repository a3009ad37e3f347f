import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { formatStamp } from '../../platform/i18n/format.ts';
import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { readRehearsalLetters } from './queries.ts';
import { RehearsalLettersPage } from './rehearsal-letters.view.tsx';

export type ShowRehearsalLettersMeans = Installation & { readonly frame: (request: FastifyRequest) => PageFrame };

/** Where the letters of a rehearsal are read, by whoever trains there; a real city has no such page. */
export const showRehearsalLettersRoutes = (server: Server, laksa: ShowRehearsalLettersMeans): void => {
  server.get('/petugas/surat-latihan', { config: { access: 'staff' satisfies Access } }, async (request, reply) => {
    const { tenant, language } = request;
    if (!tenant.isRehearsal) return sendFailure(reply, { status: 404 });
    const letters = await laksa.database.inTenant(tenant.id, (tx) => readRehearsalLetters(tx, tenant.id), {
      readOnly: true,
    });
    const shown = letters.map(({ written_at, ...letter }) => ({
      ...letter,
      written: formatStamp(written_at.toISOString(), tenant.zone, language),
    }));
    return sendPage(reply, renderDocument(<RehearsalLettersPage frame={laksa.frame(request)} letters={shown} />));
  });
};
