import type { Config } from '../../config.ts';
import type { ChildKind } from './child-environment.ts';
import type { Running } from './running.ts';

type LivingKind = Exclude<ChildKind, 'demo'>;

/** The life of one child process: up, told to stop, done. A second signal changes nothing: the first one is being obeyed. */
export const runProcess = async (config: Config, kind: LivingKind): Promise<void> => {
  const stop = Promise.withResolvers<void>();
  process.on('SIGTERM', stop.resolve);
  // The terminal sends ctrl-C to everyone; the supervisor says when it is this process's turn.
  process.on('SIGINT', () => undefined);
  process.on('disconnect', stop.resolve);
  const running = await start(config, kind);
  process.send?.(kind);
  await stop.promise;
  await running.stop();
};

const start = async (config: Config, kind: LivingKind): Promise<Running> => {
  if (kind === 'web') return (await import('./web.ts')).serveWeb(config);
  if (kind === 'archiver') return (await import('./archiver.ts')).serveArchiver(config);
  return (await import('./worker.ts')).serveWorker(config);
};
