import type { Server } from '../../platform/http/server.ts';
import { agencyRoutes } from './agency-routes.tsx';
import { changeRoutes } from './change-routes.tsx';
import { handoverRoutes } from './handover-routes.tsx';
import { holderRoutes } from './holder-routes.tsx';
import { homeRoutes } from './home-routes.tsx';
import type { KeepOfficesMeans } from './means.ts';
import { postRoutes } from './post-routes.tsx';

/** A city keeps its own offices: agencies, posts, who holds them, what passes from hand to hand, and what was changed. */
export const keepOfficesRoutes = (server: Server, laksa: KeepOfficesMeans): void => {
  homeRoutes(server, laksa);
  agencyRoutes(server, laksa);
  postRoutes(server, laksa);
  holderRoutes(server, laksa);
  handoverRoutes(server, laksa);
  changeRoutes(server, laksa);
};
