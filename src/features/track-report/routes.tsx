import type { Server } from '../../platform/http/server.ts';
import { contactBackRoutes } from './contact-back-routes.tsx';
import { contactLinkRoutes } from './contact-link-routes.tsx';
import { contactRoutes } from './contact-routes.tsx';
import { correctRoutes } from './correct-routes.tsx';
import { lostCodeRoutes } from './lost-code-routes.tsx';
import type { TrackReportMeans } from './means.ts';
import { openRoutes } from './open-routes.tsx';
import { ownReportRoutes } from './own-report-routes.tsx';

/** Everything under /lacak: the way in, the report, the way in for who lost the code. */
export const trackReportRoutes = (server: Server, laksa: TrackReportMeans): void => {
  openRoutes(server, laksa);
  lostCodeRoutes(server, laksa);
  ownReportRoutes(server, laksa);
  correctRoutes(server, laksa);
  contactRoutes(server, laksa);
  contactLinkRoutes(server, laksa);
  contactBackRoutes(server, laksa);
};
