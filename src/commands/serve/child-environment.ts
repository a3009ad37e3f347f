import type { DatabaseUrls } from '../database-urls.ts';

/** A web, worker or archiver process lives as long as the service; `demo` makes the reports of the demonstration and ends. */
export type ChildKind = 'web' | 'worker' | 'demo' | 'archiver';

/** Undefined takes a variable away from what a child inherits. */
export type ChildEnvironment = Readonly<Record<string, string | undefined>>;

/** What only some process may know; a child gets back what it works with. */
const keptBack = {
  DATABASE_URL: undefined,
  DATABASE_OWNER_URL: undefined,
  DATABASE_DIRECT_URL: undefined,
  DATABASE_JOBS_URL: undefined,
  DATABASE_AUTH_URL: undefined,
  DATABASE_READ_URL: undefined,
} satisfies ChildEnvironment;

/** The way to the backups: a stranger in a process that answers strangers must not find it. */
const waysToBackups = {
  LAKSA_BACKUP_TO: undefined,
  LAKSA_BACKUP_RECIPIENT: undefined,
  LAKSA_WAL_FOLDER: undefined,
  S3_ENDPOINT: undefined,
  S3_REGION: undefined,
  S3_ACCESS_KEY_ID: undefined,
  S3_SECRET_ACCESS_KEY: undefined,
} satisfies ChildEnvironment;

/**
 * What the supervisor tells a child beside the settings it inherits: the addresses of the roles it works as, and of no other. Whoever gets into a
 * process through what citizens send finds no key there to a door which that process never opens (docs/adr/0012).
 */
export const childEnvironment = (
  kind: ChildKind,
  urls: DatabaseUrls,
  { sendsMail }: { readonly sendsMail: boolean },
): ChildEnvironment => ({
  ...keptBack,
  ...(kind === 'archiver' ? {} : waysToBackups),
  DATABASE_URL: urls.app,
  ...ofKind[kind](urls, sendsMail),
  LAKSA_PROCESS: kind,
});

type OfKind = (urls: DatabaseUrls, sendsMail: boolean) => ChildEnvironment;

/** Letters are the worker's; the pages only say whether they leave. */
const ofWeb: OfKind = ({ auth }, sendsMail) => ({
  DATABASE_AUTH_URL: auth,
  SMTP_URL: undefined,
  LAKSA_SENDS_MAIL: sendsMail ? '1' : '0',
});

const ofWorker: OfKind = ({ jobs, direct }) => ({
  DATABASE_JOBS_URL: jobs,
  DATABASE_DIRECT_URL: direct,
  METRICS_TOKEN: undefined,
});

/** Sends on what others put aside, and opens no database. */
const ofArchiver: OfKind = () => ({ DATABASE_URL: undefined, SMTP_URL: undefined, METRICS_TOKEN: undefined });

const ofDemo: OfKind = () => ({ SMTP_URL: undefined, METRICS_TOKEN: undefined });

const ofKind: Readonly<Record<ChildKind, OfKind>> = {
  web: ofWeb,
  worker: ofWorker,
  demo: ofDemo,
  archiver: ofArchiver,
};
