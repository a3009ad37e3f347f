import type { Server } from '../../platform/http/server.ts';
import { calendarRoutes } from './edit-calendar.tsx';
import { rulesRoutes } from './edit-rules.tsx';
import type { KeepPromisesMeans } from './means.ts';
import { overviewRoutes } from './show-overview.tsx';

/** The desk of the promises: the rules and the calendar of the city, with every change of them. */
export const keepPromisesRoutes = (server: Server, laksa: KeepPromisesMeans): void => {
  overviewRoutes(server, laksa);
  rulesRoutes(server, laksa);
  calendarRoutes(server, laksa);
};
