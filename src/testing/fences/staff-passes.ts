import { password } from '../../features/sign-in/testing/officer.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { keepBatch } from '../../store/import-batch.ts';
import { invite } from '../../store/invitation.ts';
import { sealLetterPass } from '../../store/letter-pass.ts';
import { addSignInLink } from '../../store/sign-in-link.ts';
import { readCity } from '../report-life.ts';
import type { FenceSite } from './fence-site.ts';

/** Of letters to officers: an invitation, and a link to a new password of somebody who has forgotten theirs; a list of people that waits for a yes, and a key. */
export type StaffPasses = Readonly<
  Record<'invitationId' | 'invitationPass' | 'linkPass' | 'userId' | 'batchId' | 'keyId', string>
>;

export const passesOfStaff = async (
  { laksa, sessions }: FenceSite,
  tenant: Tenant,
  { userId }: { readonly userId: string },
): Promise<StaffPasses> => {
  const login = `lupa-${tenant.slug}`;
  const forgetful = await sessions.createStaff({ login, name: 'Petugas Lupa', password });
  const { posts } = await readCity(laksa, tenant);
  const post = posts.find(({ slug }) => slug === 'petugas-loket');
  if (post === undefined) throw new Error('the city has a counter');
  const seal = (kind: 'invitation' | 'sign_in_anew', id: string): string =>
    sealLetterPass({ keyring: laksa.keyring, tenantId: tenant.id, kind }, id);
  const address = `undangan.${tenant.slug}@petugas.example`;
  const invited = { name: 'Calon Petugas', address, inviter: null };
  return laksa.database.inTenant(tenant.id, async (tx) => {
    const span = { from: tenant.clock.now(), until: null };
    const asked = await invite(tx, laksa, tenant, {
      ...span,
      invited,
      post,
      language: 'id',
      by: null,
      userId: null,
    });
    if (asked.kind !== 'invited') throw new Error('somebody is invited');
    const letter = { login, address, by: null };
    const link = await addSignInLink(tx, laksa, tenant, {
      userId: forgetful.userId,
      purpose: 'password',
      language: 'id',
      letter,
    });
    const content = { inviter: null, lines: [] };
    const batchId = await keepBatch(tx, laksa, tenant, { content, userId, postId: post.id });
    const key = await tx
      .selectFrom('api_key')
      .select('id')
      .where('tenant_id', '=', tenant.id)
      .limit(1)
      .executeTakeFirstOrThrow();
    return {
      userId,
      batchId,
      keyId: key.id,
      invitationId: asked.id,
      invitationPass: seal('invitation', asked.id),
      linkPass: seal('sign_in_anew', link),
    };
  });
};
