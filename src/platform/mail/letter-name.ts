import type { Tenant } from '../tenant/tenant.ts';
import type { Mail } from './mail.ts';

/** `20261121T030405Z`: sorts by time, and fits into a file name. */
export const basicTime = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** A Message-ID at the city's own address. */
export const messageIdAt = (origin: string, name: string): string => `${name}@${new URL(origin).hostname}`;

/** What a letter is known by everywhere: its name is its own within its city, and the same for each try. */
export const letterNamed = (
  { origin, slug }: Pick<Tenant, 'origin' | 'slug'>,
  name: string,
  date: Date,
): Pick<Mail, 'messageId' | 'date' | 'tenantSlug' | 'fileName'> => ({
  messageId: messageIdAt(origin, `${slug}-${name}`),
  date,
  tenantSlug: slug,
  fileName: `${basicTime(date)}-${name}`,
});
