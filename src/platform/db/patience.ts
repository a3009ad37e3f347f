import { AsyncLocalStorage } from 'node:async_hooks';

const patience = new AsyncLocalStorage<number>();

/** How long PostgreSQL may work on one statement of whatever follows from `work`; without it, as long as the role may (roles.ts). */
export const withPatience = (statementMs: number, work: () => void): void => patience.run(statementMs, work);

/** Milliseconds; null: nobody has said. */
export const statementPatience = (): number | null => patience.getStore() ?? null;
