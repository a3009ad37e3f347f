import pg from 'pg';
import { vi } from 'vitest';

/** What was asked of the database as the application while `work` ran, each text once. */
export const statementsOf = async (work: () => Promise<void>): Promise<readonly string[]> => {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    const asked = query.mock.calls.map(([text], at) => ({ text: textOf(text), role: roleOf(query.mock.contexts[at]) }));
    return [...new Set(asked.flatMap(({ text, role }) => (role === 'laksa_app' && !isOfConnection(text) ? text : [])))];
  } finally {
    query.mockRestore();
  }
};

/** Asked once of each connection, whichever work it is opened for. */
const isOfConnection = (text: string): boolean => text === 'select pg_backend_pid() as pid';

const roleOf = (client: unknown): string | undefined => (client instanceof pg.Client ? client.user : undefined);

const textOf = (asked: unknown): string => {
  if (typeof asked === 'string') return asked;
  if (typeof asked === 'object' && asked !== null && 'text' in asked) return String(asked.text);
  throw new Error('a question without a text');
};

/** The tenants' tables and views that a statement names, as often as it does. */
export const tablesIn = (statement: string, tables: readonly string[]): readonly string[] =>
  [...plain(statement).matchAll(naming)]
    .map(([, named = '', listed = '']) => (named === '' ? listed : named).replace(/^(?:laksa|find)\./, ''))
    .filter((table) => tables.includes(table));

/**
 * Whether a statement leaves the fence as its only lock: it names more of the tenants' tables than it says whose rows it means. A join says it once more,
 * `using (tenant_id, ...)` or with an equals sign, an `insert` by its columns.
 */
export const leavesTenantOpen = (statement: string, tables: readonly string[]): boolean => {
  const said = plain(statement).match(meaning) ?? [];
  return said.length < tablesIn(statement, tables).length;
};

const naming =
  /\b(?:from|join|into|update|using)\s+(?:only\s+|lateral\s+)?([a-z_.]+)|,\s*((?:laksa|find)\.[a-z_]+)\s+(?:as\s+)?[a-z]/g;

/** What a statement only selects, returns or takes for a conflict says nothing of whose rows are meant. */
const meaning = /\btenant_id\s*=|(?<!conflict\s*)\(\s*(?:[a-z_]+\.)?tenant_id\s*[,)]/g;

const plain = (statement: string): string => statement.toLowerCase().replaceAll('"', '');
