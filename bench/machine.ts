import { availableParallelism, cpus, totalmem, type } from 'node:os';

/** Numbers mean something on the machine they were measured on. */
export const machine = () => ({
  cores: availableParallelism(),
  cpu: cpus()[0]?.model ?? 'unknown',
  memory_gb: Math.round(totalmem() / 1024 ** 3),
  system: `${type()} ${process.arch}`,
  node: process.version,
});
