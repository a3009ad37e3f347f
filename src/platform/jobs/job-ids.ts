/** What a job is about: ids alone. Words, names and contacts stay behind the fence, where the job reads them when it runs. */
export type JobIds = { readonly tenantId: string } & Readonly<Record<string, string | number>>;

const name = /^[a-z][A-Za-z0-9]*$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** A uuid, a number of a report, a slug, a state, a language: no blank, no `@`, no `+`, no sentence fits. */
const code = /^[A-Za-z0-9](?:[A-Za-z0-9._:-]{0,46}[A-Za-z0-9])?$/;

/** Throws when a payload holds anything but ids, or does not say whose it is. Never repeats the value: it may be a contact. */
export function checkJobIds(ids: Readonly<Record<string, unknown>>): void {
  const { tenantId } = ids;
  if (typeof tenantId !== 'string' || !uuid.test(tenantId))
    throw new Error('a job names its tenant: tenantId is no uuid');
  for (const [key, value] of Object.entries(ids)) {
    if (!name.test(key)) throw new Error('the name of an id in a job is a word in camelCase');
    if (!isId(value)) throw new Error(`a job holds ids, never words or contacts: ${key} is neither`);
  }
}

/** The payload of a job as it comes back from the database. Throws when it is none of ours. */
export function readJobIds(payload: unknown): JobIds {
  if (!isJobIds(payload)) throw new Error('the payload of this job is no list of ids');
  return payload;
}

/** One id out of a payload. Throws when the job was added without it. */
export function idOf(ids: JobIds, key: string): string {
  const value = ids[key];
  if (value === undefined) throw new Error(`this job was added without ${key}`);
  return String(value);
}

function isId(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'string' && code.test(value);
}

function isJobIds(payload: unknown): payload is JobIds {
  if (typeof payload !== 'object' || payload === null || !('tenantId' in payload)) return false;
  return typeof payload.tenantId === 'string' && uuid.test(payload.tenantId) && Object.values(payload).every(isId);
}
