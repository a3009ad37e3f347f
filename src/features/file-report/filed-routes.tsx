import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { mayStillCorrect } from '../../domain/correction.ts';
import { maskedContact } from '../../domain/personal-data/masked-contact.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { formatDate } from '../../platform/i18n/format.ts';
import { isHttps } from '../../platform/http/tenant.ts';
import { claimCookie, claimPassMs, sealClaimPass } from '../../store/claim-pass.ts';
import type { Filed } from '../../store/file-report.ts';
import { filedCookie, shownCodeCookie } from '../../store/filed-cookie.ts';
import { filedPassMs, openFiledPass, sealFiledPass, type FiledPass } from '../../store/filed-pass.ts';
import { readPerson } from '../../store/person.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { FiledPage } from './filed.view.tsx';
import { inWords } from './refused-in-words.ts';
import type { FileReportMeans, ShownFiling } from './means.ts';
import type { FiledReport } from './queries.ts';
import { receiptRoutes } from './receipt-routes.tsx';
import { keepPrivate, readShown } from './shown-filing.ts';
import { nextOf } from './next-step.ts';

const config = { access: 'everyone' satisfies Access } as const;

/**
 * Where a filed report is shown: the address carries a sealed pass, the cookie the same one. The code is in neither. With the cookie code and identity
 * are shown for a day, which survives reloading; the address alone, copied or logged on the way, shows them for some minutes only.
 */
export const showFiled = (
  laksa: FileReportMeans,
  reply: FastifyReply,
  filed: Filed,
  about: Pick<FiledPass, 'isRepeat' | 'isDanger' | 'isPlaceUnsure' | 'isVillageOpen' | 'region' | 'refusedPhotos'>,
): string => {
  const { tenant } = reply.request;
  const pass = sealFiledPass(
    { keyring: laksa.keyring, tenantId: tenant.id },
    { reportId: filed.reportId, showsCode: filed.claimCode !== null, ...about },
    laksa.clock.now(),
  );
  const settings = { httpOnly: true, sameSite: 'lax', secure: isHttps(tenant), maxAge: filedPassMs / 1000 } as const;
  reply.setCookie(filedCookie, pass, { ...settings, path: '/lapor' });
  if (filed.claimCode !== null) reply.setCookie(shownCodeCookie.name, '1', { ...settings, path: shownCodeCookie.path });
  return `/lapor/terkirim?surat=${pass}`;
};

export const filedRoutes = (server: Server, laksa: FileReportMeans): void => {
  server.get<{ Querystring: { surat?: string | string[] } }>('/lapor/terkirim', { config }, async (request, reply) => {
    const shown = await readShown(laksa, request);
    if (shown === null) return seeOther(reply, request.query.surat === undefined ? '/lacak?tanpa=1' : '/lapor');
    const address = await addressOf(laksa, request.tenant, shown);
    return sendPage(keepPrivate(reply), filedPage(laksa, request, shown, address));
  });

  receiptRoutes(server, laksa);

  server.get<{ Querystring: { surat?: string | string[]; ke?: string } }>(
    '/lapor/lacak',
    { config },
    async (request, reply) => {
      const shown = await readShown(laksa, request);
      if (shown === null) return seeOther(reply, '/lacak');
      const { number } = shown.report;
      if (!shown.letsIn) return seeOther(reply, `/lacak?nomor=${number}`);
      letIn(laksa, reply, shown.report);
      return seeOther(keepPrivate(reply), `/lacak/${number}${request.query.ke === 'perbaiki' ? '/perbaiki' : ''}`);
    },
  );
};

/** Whether this browser filed that report within the day. */
export const holdsPassOf = (laksa: FileReportMeans, request: FastifyRequest, reportId: string): boolean =>
  passedReport(laksa, request) === reportId;

/** The report this browser filed last within the day; null: none. */
export const passedReport = (laksa: FileReportMeans, { tenant, cookies }: FastifyRequest): string | null => {
  const holder = { keyring: laksa.keyring, tenantId: tenant.id };
  return openFiledPass(holder, cookies[filedCookie] ?? '', laksa.clock.now())?.reportId ?? null;
};

/** As if number and code had been typed: the code stands on the page that led here. */
const letIn = (laksa: FileReportMeans, reply: FastifyReply, { id, number, claim_generation }: FiledReport): void => {
  const { tenant } = reply.request;
  const claim = { reportId: id, number, generation: claim_generation };
  const pass = sealClaimPass({ keyring: laksa.keyring, tenantId: tenant.id }, claim, laksa.clock.now());
  const { name, settings } = claimCookie(number);
  reply.setCookie(name, pass, { ...settings, secure: isHttps(tenant), maxAge: claimPassMs / 1000 });
};

/** What is to be said of the place that was written; null: nothing. */
const placeWords = (
  { t, city }: PageFrame,
  { isPlaceUnsure, isVillageOpen, region }: FiledPass,
  { kind, village, words }: FiledReport,
): string | null => {
  if (region !== null) return t('fileReport.success.placeElsewhere', { city: city.name, region });
  if (isPlaceUnsure) return t('fileReport.success.placeUnsure', { city: city.name });
  if (isVillageOpen) return t('fileReport.success.villageOpen');
  const isMissing = village === null && words.place === undefined && words.latitude === undefined;
  return isMissing && kind === 'complaint' ? t('fileReport.success.placeMissing') : null;
};

/** So that a slip of the hand is seen at once. Reading it leaves its row in the vault's log; where it is not shown it is not read. */
const addressOf = async (
  laksa: FileReportMeans,
  tenant: Tenant,
  { report, showsReporter }: ShownFiling,
): Promise<string | null> => {
  const { reporter_id: personId } = report;
  if (!showsReporter || personId === null || !report.told.includes('email')) return null;
  const vault = { keyring: laksa.keyring, tenantId: tenant.id, at: tenant.clock.now() };
  const of = { personId, reportId: report.id, postId: null } as const;
  const { email } = await laksa.database.inTenant(tenant.id, (tx) =>
    readPerson(tx, vault, { ...of, fields: ['email'], ground: 'contact_change' }),
  );
  return email === undefined ? null : maskedContact('email', email);
};

const filedPage = (
  laksa: FileReportMeans,
  request: FastifyRequest,
  { pass, sealed, report, claimCode, letsIn }: ShownFiling,
  address: string | null,
): string => {
  const frame = laksa.frame(request);
  const { happened, filed_at } = report;
  const filedAt = filed_at.toISOString();
  const mayCorrect = letsIn && mayStillCorrect({ happened, filedAt }, request.tenant.clock.now().toISOString());
  const toldOnly = (field: 'name' | 'phone' | 'email'): string | null => (report.told.includes(field) ? field : null);
  return renderDocument(
    <FiledPage
      frame={frame}
      number={report.number}
      filedOn={formatDate(filedAt, request.tenant.zone, frame.language)}
      claimCode={claimCode}
      next={nextOf(frame, request.tenant, report)}
      reporter={{ name: toldOnly('name'), phone: toldOnly('phone'), email: toldOnly('email') }}
      address={address}
      trackPath={letsIn ? `/lapor/lacak?surat=${sealed}` : `/lacak?nomor=${report.number}`}
      correctPath={mayCorrect ? `/lapor/lacak?surat=${sealed}&ke=perbaiki` : null}
      receiptPath={`/lapor/tanda-terima?surat=${sealed}`}
      isRepeat={pass.isRepeat}
      isDanger={pass.isDanger}
      placeWords={placeWords(frame, pass, report)}
      photos={report.photos.reduce((sum, { pictures }) => sum + pictures, 0)}
      isSecret={report.is_secret}
      refusedPhotos={inWords(pass.refusedPhotos, frame.t)}
    />,
  );
};
