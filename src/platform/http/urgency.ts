import type { FastifyRequest } from 'fastify';

/**
 * Who is turned away first when there is more to do than can be done: questions over the whole city, then whatever else is read, then what somebody
 * sends, and last what is answered from memory or from a file. `always`: health, which is never turned away.
 */
export type Urgency = 'costly' | 'reading' | 'changing' | 'light' | 'always';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** When absent it follows from the method. */
    urgency?: Urgency;
  }
}

/** What a kind of route is given; where nothing says otherwise, own numbers, from `npm run bench -- spike`. */
export type Allowance = {
  /** So many are worked on in this process, all kinds together; one more of this kind is turned away. */
  readonly atWork: number;
  /** What a new one may find the event loop behind, on average of the last second. */
  readonly delayMs: number;
  /** How long PostgreSQL may work on one statement. */
  readonly statementMs: number;
};

export type Allowances = Readonly<Record<Urgency, Allowance>>;

/** A process has ten connections and answers some hundred filings a second: sixty at work are answered within a second. */
export const usualAllowances: Allowances = {
  costly: { atWork: 15, delayMs: 300, statementMs: 4_000 },
  reading: { atWork: 30, delayMs: 500, statementMs: 6_000 },
  changing: { atWork: 60, delayMs: 750, statementMs: 12_000 },
  light: { atWork: 500, delayMs: 1_000, statementMs: 6_000 },
  always: { atWork: Infinity, delayMs: Infinity, statementMs: 2_000 },
};

export const urgencyOf = ({ method, routeOptions }: FastifyRequest): Urgency =>
  routeOptions.config.urgency ?? (method === 'GET' || method === 'HEAD' ? 'reading' : 'changing');
