import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * The id of the request that all this is done for, however deep: a trace is the one thing that every line needs and no function is about. Nothing is
 * decided by it.
 */
const causes = new AsyncLocalStorage<string>();

/** Runs the work, and whatever it starts, under the id of a request. */
export const withCause = <T>(requestId: string, work: () => T): T => causes.run(requestId, work);

/** Undefined: nobody asked for this, as with what a sweep finds. */
export const currentCause = (): string | undefined => causes.getStore();
