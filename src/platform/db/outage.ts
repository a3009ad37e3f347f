/** What the network, the disk and PostgreSQL say when they are not there, full, or too busy to answer in time. */
const outageCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOSPC',
  'EDQUOT',
  '53100', // disk_full
  '53200', // out_of_memory
  '53300', // too_many_connections
  '55P03', // lock_not_available
  '57014', // query_canceled: statement_timeout
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '58030', // io_error
  '40001', // serialization_failure
  '40P01', // deadlock_detected
]);

/** Said by node-postgres without a code when a connection dies under a query or none comes free in time. */
const outageMessages = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error',
  'Query read timeout',
];

/** Whether an error, or what caused it, passes by itself: the visitor is told to try again, not that we broke. */
export const isOutage = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isOutage)) return true;
  return (
    hasOutageCode(error) || outageMessages.some((start) => error.message.startsWith(start)) || isOutage(error.cause)
  );
};

const hasOutageCode = (error: Error): boolean => {
  if (!('code' in error) || typeof error.code !== 'string') return false;
  return outageCodes.has(error.code) || /^08...$/.test(error.code) || isMissingSocket(error);
};

/** A PostgreSQL reached by its Unix socket: the socket file goes with the server. */
const isMissingSocket = (error: Error): boolean => 'syscall' in error && error.syscall === 'connect';
