import type { Server } from '../../platform/http/server.ts';
import { addressRoutes } from './address-routes.tsx';
import { askRoutes } from './ask-routes.tsx';
import { confirmRoutes } from './confirm-routes.tsx';
import type { FollowReportMeans } from './means.ts';
import { stopRoutes } from './stop-routes.tsx';

/** Hearing of somebody else's report by mail: asked for, proved by a link in a letter, and ended by one in any letter. */
export const followReportRoutes = (server: Server, laksa: FollowReportMeans): void => {
  askRoutes(server, laksa);
  confirmRoutes(server, laksa);
  stopRoutes(server, laksa);
  addressRoutes(server, laksa);
};
