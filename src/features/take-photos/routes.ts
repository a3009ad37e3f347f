import type { Server } from '../../platform/http/server.ts';
import type { TakePhotosMeans } from './means.ts';
import { blurRoutes } from './blur-routes.ts';
import { originalRoutes } from './original-routes.ts';
import { publicPhotoRoutes } from './public-routes.ts';
import { reportPhotoRoutes } from './report-routes.ts';
import { stagedRoutes } from './staged-routes.ts';

/** Pictures on their way in, and where they are seen. */
export const takePhotosRoutes = (server: Server, laksa: TakePhotosMeans): void => {
  stagedRoutes(server, laksa);
  reportPhotoRoutes(server, laksa);
  originalRoutes(server, laksa);
  publicPhotoRoutes(server, laksa);
  blurRoutes(server, laksa);
};
