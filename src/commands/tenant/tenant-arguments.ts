import { ConfigError } from '../../config.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';

export const checkSlug = (slug: string): void => {
  if (!/^[a-z][a-z0-9-]{1,40}$/.test(slug))
    throw new ConfigError(`--slug ${slug}: it takes small letters, digits and dashes, such as kota-serang`);
};

export const checkOrigin = (origin: string): void => {
  if (!URL.canParse(origin) || new URL(origin).origin !== origin || !/^https?:/.test(origin))
    throw new ConfigError(
      `--origin ${origin}: it takes an address without a path or a slash at its end, such as https://lapor.example.go.id`,
    );
};

export const checkZone = (zone: string): void => {
  if (!Intl.supportedValuesOf('timeZone').includes(zone))
    throw new ConfigError(`--zone ${zone} is not known; WIB is Asia/Jakarta, WITA Asia/Makassar, WIT Asia/Jayapura`);
};

export const checkName = (name: string): void => {
  if (name.trim() !== name || name.length > 100 || /\p{Cc}/u.test(name))
    throw new ConfigError('--name takes at most 100 letters on one line, without blanks around them');
};

/** No two regions answer at one address. */
export const checkFree = (origin: string, slug: string, tenants: readonly Tenant[]): void => {
  const other = tenants.find((known) => known.origin === origin && known.slug !== slug);
  if (other === undefined) return;
  throw new ConfigError(
    `--origin ${origin} is the address of ${other.slug} already: choose another, or move that one with tenant set`,
  );
};
