import type { FastifyBaseLogger, FastifyRequest } from 'fastify';

import { isAccess, type Access } from './domain/access.ts';
import type { Backups } from './domain/backups.ts';
import { acceptInvitationRoutes } from './features/accept-invitation/routes.tsx';
import type { FileReportMeans } from './features/file-report/means.ts';
import { chooseNoticesRoutes } from './features/choose-notices/routes.tsx';
import { disownSignInRoutes } from './features/tell-sign-ins/routes.tsx';
import { fileReportRoutes } from './features/file-report/routes.tsx';
import { flagReportRoutes } from './features/flag-report/routes.tsx';
import { followReportRoutes } from './features/follow-report/routes.tsx';
import { handleReportRoutes } from './features/handle-report/routes.tsx';
import { keepAccountRoutes } from './features/keep-account/routes.tsx';
import { importStaffRoutes } from './features/import-staff/routes.tsx';
import { inviteStaffRoutes } from './features/invite-staff/routes.tsx';
import { keepApiKeysRoutes } from './features/keep-api-keys/routes.tsx';
import { keepDutyRoutes } from './features/keep-duty/routes.tsx';
import { previewLetter } from './features/deliver-notices/preview-letter.ts';
import { keepNoticesRoutes } from './features/keep-notices/routes.tsx';
import { keepOfficesRoutes } from './features/keep-offices/routes.ts';
import { keepPromisesRoutes } from './features/keep-promises/routes.tsx';
import { refuseBeforeOpening } from './features/prepare-opening/before-opening.ts';
import { prepareOpeningRoutes } from './features/prepare-opening/routes.tsx';
import { resetPasswordRoutes } from './features/reset-password/routes.tsx';
import { retryJobsRoutes } from './features/retry-jobs/routes.tsx';
import { guardKey } from './features/serve-api/key-guard.ts';
import { serveApiRoutes } from './features/serve-api/routes.tsx';
import { showAgencyRoutes } from './features/show-agency/routes.tsx';
import { showAreaRoutes } from './features/show-area/routes.tsx';
import { showComponentsRoutes } from './features/show-components/routes.tsx';
import { showHomeRoutes } from './features/show-home/routes.tsx';
import { showLegalGroundsRoutes } from './features/show-legal-grounds/routes.tsx';
import { showMapRoutes } from './features/show-map/routes.tsx';
import { showPostNoticesRoutes } from './features/show-post-notices/routes.tsx';
import { serveFeedsRoutes } from './features/serve-feeds/routes.ts';
import { showReportRoutes, type ShowReportMeans } from './features/show-report/routes.tsx';
import { showRehearsalLettersRoutes } from './features/show-rehearsal-letters/routes.tsx';
import { signInRoutes } from './features/sign-in/routes.tsx';
import { countFailures } from './features/sign-in/count-failures.ts';
import { guardStaff } from './features/sign-in/staff-guard.ts';
import { takePhotosRoutes } from './features/take-photos/routes.ts';
import { trackReportRoutes } from './features/track-report/routes.tsx';
import { triageQueueRoutes } from './features/triage-queue/routes.tsx';
import { watchHealthRoutes, type WatchHealthMeans } from './features/watch-health/routes.tsx';
import type { Denial } from './platform/http/access.ts';
import type { OnTrouble } from './platform/http/error-handler.ts';
import type { Metrics } from './platform/http/metrics.ts';
import { buildServer, type Server } from './platform/http/server.ts';
import type { Allowances } from './platform/http/urgency.ts';
import type { Sessions } from './platform/session/sessions.ts';
import { frameOf, renderErrorPage } from './site-frame.tsx';
import type { Installation } from './store/installation.ts';
import type { Assets, PageFrame } from './ui/page-frame.ts';

export type SiteOptions = Installation & {
  readonly sessions: Sessions;
  readonly assets: Assets;
  /** Of static files: hashed assets, and what lies at a fixed address. */
  readonly folders: readonly { readonly prefix: string; readonly root: string; readonly isHashed: boolean }[];
  readonly log: FastifyBaseLogger;
  readonly trustProxy: readonly string[];
  /** Letters lie in the outbox folder, and the pages say so; false when absent. */
  readonly keepsLetters?: boolean;
  /** When database and keys were backed up last; absent: nobody knows. */
  readonly lastBackups?: () => Promise<Backups>;
  /** Of the map beside the form; absent: it is drawn from the areas of the city alone. */
  readonly mapTiles?: FileReportMeans['mapTiles'];
  /** What is shown where the address of a report is passed on; absent: nothing. */
  readonly drawCard?: ShowReportMeans['drawCard'];
  readonly checks: Readonly<Record<string, () => Promise<void>>>;
  readonly metrics?: Metrics;
  readonly metricsToken?: string;
  /** How much each kind of route may have of the process; the usual when absent. */
  readonly allowances?: Allowances;
  /** The measurements of all processes; absent: of this one alone. */
  readonly scrape?: () => Promise<string>;
  /** Told of each answer 500. */
  readonly onTrouble?: OnTrouble;
  readonly lookAtHealth: WatchHealthMeans['lookAtHealth'];
};

/** The whole site as one list of slices. */
export const buildSite = async (options: SiteOptions): Promise<Server> => {
  const { log, trustProxy, checks, metrics, metricsToken, scrape, onTrouble, allowances } = options;
  const server = await buildServer<Access>({
    tenants: options.tenants,
    rules: { isAccess, authorize: authorizer(options), cacheControl },
    renderErrorPage: (props) => renderErrorPage(props, options.assets),
    health: {
      access: 'everyone',
      checks,
      ...(metricsToken === undefined ? {} : { metricsToken }),
      ...(scrape === undefined ? {} : { scrape }),
    },
    openApi: {
      title: 'Laksa',
      description: 'Reports to a city, and what becomes of them.',
      version: '1',
      access: 'everyone',
    },
    folders: options.folders.map((folder) => ({ ...folder, access: 'everyone' })),
    log,
    trustProxy,
    pictureOrigins: options.mapTiles === undefined ? [] : [new URL(options.mapTiles.url).origin],
    ...(metrics === undefined ? {} : { metrics }),
    ...(allowances === undefined ? {} : { allowances }),
    ...(onTrouble === undefined ? {} : { onTrouble }),
  });
  const means = { ...options, frame: (request: FastifyRequest) => frameOf(request, options) };
  if (metrics !== undefined) countFailures(server, metrics.registry);
  addCitizensPages(server, means);
  addOfficersPages(server, means);
  serveApiRoutes(server, means);
  return server;
};

type SiteMeans = SiteOptions & { readonly frame: (request: FastifyRequest) => PageFrame };

const addCitizensPages = (server: Server, means: SiteMeans): void => {
  showHomeRoutes(server, means);
  fileReportRoutes(server, means);
  takePhotosRoutes(server, means);
  showLegalGroundsRoutes(server, means);
  showReportRoutes(server, means);
  showAreaRoutes(server, means);
  showAgencyRoutes(server, means);
  showMapRoutes(server, means);
  flagReportRoutes(server, means);
  followReportRoutes(server, means);
  serveFeedsRoutes(server, means);
  trackReportRoutes(server, means);
  chooseNoticesRoutes(server, means);
};

const addOfficersPages = (server: Server, means: SiteMeans): void => {
  signInRoutes(server, means);
  keepAccountRoutes(server, means);
  disownSignInRoutes(server, means);
  resetPasswordRoutes(server, means);
  acceptInvitationRoutes(server, means);
  triageQueueRoutes(server, means);
  handleReportRoutes(server, means);
  showPostNoticesRoutes(server, means);
  showRehearsalLettersRoutes(server, means);
  keepOfficesRoutes(server, means);
  keepPromisesRoutes(server, means);
  keepNoticesRoutes(server, { ...means, previewLetter });
  keepDutyRoutes(server, means);
  prepareOpeningRoutes(server, means);
  inviteStaffRoutes(server, means);
  importStaffRoutes(server, means);
  keepApiKeysRoutes(server, means);
  showComponentsRoutes(server, means);
  retryJobsRoutes(server, means);
  watchHealthRoutes(server, means);
};

/** One guard for each kind of access; what a route declares decides which one is asked. */
const authorizer = (options: SiteOptions) => {
  const staff = guardStaff(options);
  const key = guardKey(options);
  return async (request: FastifyRequest, access: Access): Promise<Denial | null> => {
    const shut = refuseBeforeOpening(request, access);
    if (shut !== null) return mayLookAround(request) && (await staff(request, 'staff')) === null ? null : shut;
    if (access === 'everyone' || access === 'claim') return null;
    if (access === 'system') return { status: 404 };
    return typeof access === 'object' && 'key' in access ? key(request, access) : staff(request, access);
  };
};

/** Staff see before the opening what citizens will see; what they filed there would be no citizen's. */
const mayLookAround = ({ method, isApi }: FastifyRequest): boolean => method === 'GET' && !isApi;

/** What everyone sees may be kept by the browser and asked again; everything else is nobody's to keep. */
const cacheControl = (access: Access): string => (access === 'everyone' ? 'private, no-cache' : 'no-store');
