import type { TypedTx } from '../platform/db/tx.ts';
import type { Schema } from './schema.ts';

/** An open transaction inside one tenant's fence. */
export type Tx = TypedTx<Schema>;
