import type { FastifyRequest } from 'fastify';

import { missingYear } from './domain/missing-year.ts';
import { allows } from './domain/permission.ts';
import type { ErrorPageProps } from './platform/http/problem.ts';
import { formatStamp } from './platform/i18n/format.ts';
import type { Language } from './platform/i18n/language.ts';
import type { Tenant } from './platform/tenant/tenant.ts';
import { staffIfAny, type HeldNamedPost } from './store/identity.ts';
import type { Installation } from './store/installation.ts';
import { ErrorPage } from './ui/error-page.tsx';
import type { Assets, City, PageFrame } from './ui/page-frame.ts';
import { NotOpenPage } from './ui/not-open-page.tsx';
import { renderDocument } from './ui/render.ts';
import { textFor } from './ui/texts/text.ts';

type FrameMeans = Pick<Installation, 'cities' | 'clock'> & {
  readonly assets: Assets;
  readonly keepsLetters?: boolean;
};

/** What every page of a request shares: whose city, in which language, at which address, for which officer. */
export const frameOf = (request: FastifyRequest, means: FrameMeans): PageFrame => {
  const { assets, keepsLetters = false } = means;
  const post = staffIfAny(request)?.post;
  return {
    city: cityOf(request.tenant, request.language),
    language: request.language,
    t: textFor(request.language),
    path: request.method === 'GET' ? request.url : (request.url.split('?')[0] ?? '/'),
    assets,
    keepsLetters,
    ...(post === undefined ? {} : { staff: staffFrame(request.tenant, post, means) }),
  };
};

/** The guard has just read the city to know the post, so the kept one is at hand: no page asks the database for its frame. */
const staffFrame = (tenant: Tenant, post: HeldNamedPost, { cities, clock }: FrameMeans): PageFrame['staff'] => {
  const calendar = cities.kept(tenant.id, clock.now())?.calendar;
  return {
    post: post.name,
    ...(post.acting === null ? {} : { acting: post.acting }),
    mayKeepCity: allows(post, 'administer_city'),
    mayKeepDuty: allows(post, 'keep_duty'),
    maySeeHealth: allows(post, 'see_health'),
    ...(calendar === undefined ? {} : { missingYear: missingYear(calendar, tenant.clock.now().toISOString()) }),
  };
};

const cityOf = (tenant: Tenant, language: Language): City => ({
  name: tenant.name,
  isDemo: tenant.isDemo,
  isRehearsal: tenant.isRehearsal,
  ...(tenant.isOpen ? {} : { isShut: true }),
  ...(tenant.isClockSet ? { clock: formatStamp(tenant.clock.now().toISOString(), tenant.zone, language) } : {}),
});

/** The page of what went wrong, also where no tenant could be found. */
export const renderErrorPage = (
  { status, kind, tenant, language, requestId, kept }: ErrorPageProps,
  assets: Assets,
): string => {
  const city = tenant === null ? { name: 'Laksa', isDemo: false, isRehearsal: false } : cityOf(tenant, language);
  const frame = { city, language, t: textFor(language), path: '/', assets, robots: 'none' } as const;
  if (kind === 'not_open') return renderDocument(<NotOpenPage frame={frame} />);
  return renderDocument(<ErrorPage frame={frame} status={status} requestId={requestId} kept={kept} />);
};
