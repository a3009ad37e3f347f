import type { Server } from '../../platform/http/server.ts';
import { letterRoutes } from './letter-routes.tsx';
import type { ChooseNoticesMeans } from './means.ts';
import { ownRoutes } from './own-routes.tsx';

/** Which letters somebody wants: chosen after the code, or by the link in any letter. */
export const chooseNoticesRoutes = (server: Server, laksa: ChooseNoticesMeans): void => {
  ownRoutes(server, laksa);
  letterRoutes(server, laksa);
};
