import { randomBytes, randomInt } from 'node:crypto';
import pg from 'pg';

import { makeNumber } from '../src/domain/report-number.ts';
import { uuid7 } from '../src/platform/db/uuid7.ts';
import type { Statement } from './statements.ts';

/**
 * The statements of one life, asked again by a bare connection with ids, numbers, salts and hashes of their own. What was made before the recording
 * (city, posts, categories) keeps its ids; the time of a uuid v7 tells one from the other.
 */
export const bareLife = (statements: readonly Statement[], recordedFrom: Date) => {
  const fromMs = recordedFrom.getTime();
  return async (client: pg.ClientBase): Promise<void> => {
    const fresh = freshValues(fromMs);
    for (const { text, values } of statements) await client.query(text, values.map(fresh));
  };
};

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const reportNumber = /(?<![0-9a-f-])\d{10}(?![0-9a-f-])/g;

const freshValues = (fromMs: number) => {
  const known = new Map<string, string>();
  const keep = (old: string, make: () => string): string => {
    const made = known.get(old) ?? make();
    known.set(old, made);
    return made;
  };
  const freshText = (text: string): string =>
    text
      .replaceAll(uuid, (id) => (millisecondsOf(id) < fromMs ? id : keep(id, () => uuid7(new Date()))))
      .replaceAll(reportNumber, (number) => keep(number, () => makeNumber(() => randomInt(2 ** 47) / 2 ** 47)));
  const fresh = (value: unknown): unknown => {
    if (typeof value === 'string') return freshText(value);
    if (Buffer.isBuffer(value))
      return Buffer.from(
        keep(value.toString('base64'), () => randomBytes(value.length).toString('base64')),
        'base64',
      );
    return Array.isArray(value) ? value.map(fresh) : value;
  };
  return fresh;
};

const millisecondsOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

export type BarePool = {
  readonly once: (life: (client: pg.ClientBase) => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
};

export const openBarePool = (url: string, connections: number): BarePool => {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  return {
    once: async (life) => {
      const client = await pool.connect();
      try {
        await life(client);
        client.release();
      } catch (error) {
        client.release(true);
        throw error;
      }
    },
    close: () => pool.end(),
  };
};
