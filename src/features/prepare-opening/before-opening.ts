import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import type { Denial } from '../../platform/http/access.ts';
import { textFor } from '../../ui/texts/text.ts';

/** The pages of citizens and the filing of reports are shut until a region opens; its staff sign in and prepare. */
export const refuseBeforeOpening = (
  { tenant, language, routeOptions }: FastifyRequest,
  access: Access,
): Denial | null => {
  const { config, url = '' } = routeOptions;
  if (config.isTenantless === true || tenant.isOpen) return null;
  if (!isForCitizens(access) || isForStaff(url)) return null;
  return { status: 503, kind: 'not_open', detail: textFor(language)('layout.notOpen.next') };
};

const isForCitizens = (access: Access): boolean => {
  if (typeof access === 'object') return 'key' in access && access.key === 'report:create';
  return access === 'everyone' || access === 'claim';
};

/** Also whoever has not signed in yet, and what the pages look like. */
const isForStaff = (url: string): boolean => /^\/(?:masuk|petugas|kelola|assets|public)(?:\/|$)/.test(url);
