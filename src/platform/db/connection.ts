import type pg from 'pg';

/** One open connection, as those see it who act as the owner. */
export type Connection = pg.ClientBase;
