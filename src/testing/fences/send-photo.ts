import { workOnPhoto } from '../../features/take-photos/jobs.ts';
import { multipartTo } from '../../features/take-photos/testing/multipart.ts';
import { telephonePicture } from '../../features/take-photos/testing/pictures.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { workOnPicture } from '../work-on-picture.ts';
import type { FenceSite } from './fence-site.ts';

/** A picture that waits with the form of this nonce, worked on already; its id. */
export const sendPhoto = async (site: FenceSite, city: Tenant, nonce: string): Promise<string> => {
  const parts = [
    { name: 'nonce', value: nonce },
    { name: 'photo', value: await telephonePicture(), file: 'foto.jpg' },
  ];
  const answer = await site.app.inject(multipartTo(city, '/lapor/foto', parts));
  const { id } = answer.json();
  await workOnPhoto({ ...site.laksa, workOnPicture }, { tenantId: city.id, id });
  return id;
};
