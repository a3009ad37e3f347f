/** Connections of one web process: small, so that four processes and the workers stay far below the server's hundred. */
export const webConnections = 10;
/** Of the same, for sign-in. */
export const signInConnections = 3;
export const workerConnections = 8;
export const jobsAtOnce = 4;
/** Besides: what takes jobs, holds the runner's presence, and listens. */
const workerSessions = 6;

/** What all processes of an installation take together, at most. */
export const connectionsOf = (webProcesses: number): number =>
  webProcesses * (webConnections + signInConnections) + workerConnections + jobsAtOnce + workerSessions;
