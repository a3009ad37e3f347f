import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

/** The settings of this installation. The only reader of the environment. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** The address of the first tenant. */
  readonly publicUrl: string;
  /** Whether somebody said so; else it only follows from host and port. */
  readonly isPublicUrlSet: boolean;
  readonly trustProxy: readonly string[];
  /** Undefined: the embedded PostgreSQL is started in the data folder. */
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  readonly databaseDirectUrl: string | undefined;
  readonly databaseJobsUrl: string | undefined;
  readonly databaseAuthUrl: string | undefined;
  /** Known, so that who sets it is told: nothing reads from a replica yet. */
  readonly databaseReadUrl: string | undefined;
  readonly dataDir: string;
  readonly roles: readonly ('web' | 'worker')[];
  readonly webProcesses: number;
  /** Whether the demonstration city is made, with the reports of its demonstration or without any; undefined: with them, on a new embedded database. */
  readonly demo: 'none' | 'with-reports' | 'without-reports' | undefined;
  /** Undefined: messages go to the outbox folder. */
  readonly smtpUrl: string | undefined;
  /** Whether letters leave: a web process, which is not told the address, is told this. */
  readonly sendsMail: boolean;
  readonly mailFrom: string;
  /** Who is written to when something is wrong with the installation; nobody: it stands on the page alone. */
  readonly alertMail: readonly string[];
  readonly alertLanguage: 'id' | 'en';
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly metricsToken: string | undefined;
  /** Undefined: a map is drawn from the areas of the city alone, and nothing is fetched from elsewhere. */
  readonly mapTiles: { readonly url: string; readonly attribution: string } | undefined;
  /** Undefined: no backups are made. */
  readonly backup: BackupSettings | undefined;
  /** What this process is; said by the supervisor to the processes it starts. */
  readonly process: 'supervisor' | 'web' | 'worker' | 'demo' | 'archiver';
};

export type BackupSettings = {
  /** A folder, or `s3://bucket/prefix`. */
  readonly to: string;
  /** A public key of age; null: somebody said aloud that backups are not sealed. */
  readonly recipient: string | null;
  /** Where a database of one's own puts the segments of its log; undefined: where the embedded one does. */
  readonly logFolder: string | undefined;
  readonly s3: S3Settings | undefined;
};

export type S3Settings = {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

export class ConfigError extends Error {}

/** Reads the settings. Throws `ConfigError`, one line that names the variable and what it takes, on a value it does not understand. */
export const readConfig = (env: Readonly<Record<string, string | undefined>> = process.env): Config => {
  const port = whole(env, 'PORT', 3000, [1, 65_535]);
  const host = text(env, 'HOST') ?? '127.0.0.1';
  const publicUrl = origin(env, 'PUBLIC_URL');
  return {
    port,
    host,
    publicUrl: publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    isPublicUrlSet: publicUrl !== undefined,
    trustProxy: addresses(env, 'TRUST_PROXY'),
    databaseUrl: database(env, 'DATABASE_URL'),
    databaseOwnerUrl: database(env, 'DATABASE_OWNER_URL'),
    databaseDirectUrl: database(env, 'DATABASE_DIRECT_URL'),
    databaseJobsUrl: database(env, 'DATABASE_JOBS_URL'),
    databaseAuthUrl: database(env, 'DATABASE_AUTH_URL'),
    databaseReadUrl: database(env, 'DATABASE_READ_URL'),
    dataDir: resolve(text(env, 'LAKSA_DATA') ?? '.laksa'),
    roles: readRoles(env),
    webProcesses: whole(env, 'LAKSA_WEB_PROCESSES', Math.min(availableParallelism(), 4), [1, 64]),
    demo: readDemo(env),
    smtpUrl: url(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    sendsMail: flag(env, 'LAKSA_SENDS_MAIL') ?? text(env, 'SMTP_URL') !== undefined,
    mailFrom: text(env, 'MAIL_FROM') ?? 'laksa@localhost',
    alertMail: mailboxes(env, 'ALERT_MAIL'),
    alertLanguage: oneOf(env, 'ALERT_LANGUAGE', ['id', 'en'], 'id'),
    logLevel: oneOf(env, 'LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent'], 'info'),
    metricsToken: text(env, 'METRICS_TOKEN'),
    mapTiles: readMapTiles(env),
    backup: readBackup(env),
    process: oneOf(env, 'LAKSA_PROCESS', ['supervisor', 'web', 'worker', 'demo', 'archiver'], 'supervisor'),
  };
};

type Env = Readonly<Record<string, string | undefined>>;

/** An empty value is an absent one: `PORT= npm start` means the default. */
const text = (env: Env, name: string): string | undefined => (env[name]?.trim() === '' ? undefined : env[name]?.trim());

const refuse = (name: string, value: string, takes: string): never => {
  throw new ConfigError(`${name}=${value} is not understood: it takes ${takes}`);
};

const whole = (env: Env, name: string, otherwise: number, [least, most]: readonly [number, number]): number => {
  const value = text(env, name);
  if (value === undefined) return otherwise;
  const number = Number(value);
  return /^\d+$/.test(value) && number >= least && number <= most
    ? number
    : refuse(name, value, `a whole number from ${least} to ${most}`);
};

const flag = (env: Env, name: string): boolean | undefined => {
  const value = text(env, name);
  if (value === undefined) return undefined;
  return value === '1' || (value === '0' ? false : refuse(name, value, '0 or 1'));
};

const readDemo = (env: Env): Config['demo'] => {
  const value = text(env, 'LAKSA_DEMO');
  if (value === undefined) return undefined;
  const [, wanted] = demoWords.find(([word]) => word === value) ?? refuse('LAKSA_DEMO', value, '0, 1 or empty');
  return wanted;
};

const demoWords = [
  ['0', 'none'],
  ['1', 'with-reports'],
  ['empty', 'without-reports'],
] as const;

const oneOf = <Choice extends string>(
  env: Env,
  name: string,
  choices: readonly Choice[],
  otherwise: Choice,
): Choice => {
  const value = text(env, name);
  if (value === undefined) return otherwise;
  return choices.find((choice) => choice === value) ?? refuse(name, value, `one of ${choices.join(', ')}`);
};

const list = (env: Env, name: string): readonly string[] =>
  (text(env, name) ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Addresses, or networks such as 10.0.0.0/8. */
const addresses = (env: Env, name: string): readonly string[] => {
  const given = list(env, name);
  const isAddress = (part: string): boolean => {
    const [address = '', bits = '', ...rest] = part.split('/');
    const most = isIP(address) === 4 ? 32 : 128;
    return (
      isIP(address) !== 0 && rest.length === 0 && (!part.includes('/') || (/^\d+$/.test(bits) && Number(bits) <= most))
    );
  };
  const wrong = given.find((part) => !isAddress(part));
  return wrong === undefined ? given : refuse(name, wrong, 'addresses or networks such as 127.0.0.1,10.0.0.0/8');
};

/** As `checkMail` takes them. */
const mailbox = /^[^\s@<>()[\],;:\\"]{1,64}@[^\s@<>()[\],;:\\"]{1,255}$/;

const mailboxes = (env: Env, name: string): readonly string[] => {
  const given = list(env, name);
  const wrong = given.find((part) => !mailbox.test(part));
  return wrong === undefined ? given : refuse(name, wrong, 'mail addresses such as operator@example.go.id');
};

const readRoles = (env: Env): Config['roles'] => {
  const given = list(env, 'LAKSA_ROLES');
  const known = given.filter((role) => role === 'web' || role === 'worker');
  if (known.length !== given.length) refuse('LAKSA_ROLES', given.join(','), 'web, worker or web,worker');
  return given.length === 0 ? ['web', 'worker'] : known;
};

const url = (env: Env, name: string, protocols: readonly string[]): string | undefined => {
  const value = text(env, name);
  if (value === undefined) return undefined;
  // A value may hold a password: it is not repeated.
  return URL.canParse(value) && protocols.includes(new URL(value).protocol)
    ? value
    : refuse(name, '...', `an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`);
};

/** Whoever draws maps asks to be named beside them: one is not taken without the other. */
const readMapTiles = (env: Env): Config['mapTiles'] => {
  const pattern = url(env, 'MAP_TILES_URL', ['http:', 'https:']);
  if (pattern === undefined) return undefined;
  if (!['{z}', '{x}', '{y}'].every((part) => new URL(pattern).pathname.includes(encodeURI(part))))
    refuse('MAP_TILES_URL', '...', 'an address whose path holds {z}, {x} and {y}');
  const attribution = text(env, 'MAP_TILES_ATTRIBUTION');
  return {
    url: pattern,
    attribution: attribution ?? refuse('MAP_TILES_ATTRIBUTION', '', 'whom MAP_TILES_URL is owed to'),
  };
};

/** Nothing leaves the machine unsealed because somebody forgot a key. */
const readBackup = (env: Env): Config['backup'] => {
  const to = text(env, 'LAKSA_BACKUP_TO');
  if (to === undefined) return undefined;
  const recipient = text(env, 'LAKSA_BACKUP_RECIPIENT') ?? '';
  if (recipient !== 'unsealed' && !/^age1[0-9a-z]+$/.test(recipient))
    refuse('LAKSA_BACKUP_RECIPIENT', recipient, 'a public key of age (age1...), or the word unsealed');
  return {
    to: to.startsWith('s3://') ? to : resolve(to),
    recipient: recipient === 'unsealed' ? null : recipient,
    logFolder: text(env, 'LAKSA_WAL_FOLDER'),
    s3: to.startsWith('s3://') ? readS3(env) : undefined,
  };
};

const readS3 = (env: Env): S3Settings => {
  const needed = (name: string): string => text(env, name) ?? refuse(name, '', 'what s3:// in LAKSA_BACKUP_TO needs');
  return {
    endpoint: url(env, 'S3_ENDPOINT', ['http:', 'https:']) ?? needed('S3_ENDPOINT'),
    region: text(env, 'S3_REGION') ?? 'us-east-1',
    accessKeyId: needed('S3_ACCESS_KEY_ID'),
    secretAccessKey: needed('S3_SECRET_ACCESS_KEY'),
  };
};

const database = (env: Env, name: string): string | undefined => url(env, name, ['postgres:', 'postgresql:']);

const origin = (env: Env, name: string): string | undefined => {
  const value = url(env, name, ['http:', 'https:']);
  if (value === undefined) return undefined;
  const { pathname, search, hash, origin: plain } = new URL(value);
  return pathname === '/' && search === '' && hash === ''
    ? plain
    : refuse(name, value, 'a scheme, host and port without a path');
};
