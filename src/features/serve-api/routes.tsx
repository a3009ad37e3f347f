import type { Server } from '../../platform/http/server.ts';
import { apiPageRoute } from './api-page.tsx';
import { cityListRoutes } from './city-lists.ts';
import { createReportRoute } from './create-report.ts';
import { listReportsRoute } from './list-reports.ts';
import type { ServeApiMeans } from './means.ts';
import { moveReportRoute } from './move-report.ts';
import { readReportRoute } from './read-report.ts';
import { uploadProofRoute } from './upload-proof.ts';

/** What programs use, and the page that describes it from the same schemas. */
export const serveApiRoutes = (server: Server, laksa: ServeApiMeans): void => {
  createReportRoute(server, laksa);
  listReportsRoute(server, laksa);
  readReportRoute(server, laksa);
  moveReportRoute(server, laksa);
  uploadProofRoute(server, laksa);
  cityListRoutes(server, laksa);
  apiPageRoute(server, laksa);
};
