import type { Tenant } from '../../platform/tenant/tenant.ts';
import { holdsElsewhere } from '../../store/holds-elsewhere.ts';
import type { Installation } from '../../store/installation.ts';
import type { SignInLink } from '../../store/sign-in-link.ts';

/** A letter to an address that only this city names is not about an account that another city gave a post to: asked when it goes, and whenever its link is used. */
export const isElsewheresToo = async (
  laksa: Installation,
  tenant: Tenant,
  { userId, letter }: Pick<SignInLink, 'userId' | 'letter'>,
): Promise<boolean> => {
  const isNamedHere = letter.address !== '' && letter.address !== letter.login;
  return isNamedHere && holdsElsewhere(laksa, tenant, userId);
};
