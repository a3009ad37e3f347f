import type { Config } from '../../config.ts';
import { serveWeb } from './web.ts';
import { serveWorker } from './worker.ts';

/** The life of one child process: up, told to stop, done. A second signal changes nothing: the first one is being obeyed. */
export const runProcess = async (config: Config, kind: 'web' | 'worker'): Promise<void> => {
  const stop = Promise.withResolvers<void>();
  process.on('SIGTERM', stop.resolve);
  // The terminal sends ctrl-C to everyone; the supervisor says when it is this process's turn.
  process.on('SIGINT', () => undefined);
  process.on('disconnect', stop.resolve);
  const running = await (kind === 'web' ? serveWeb(config) : serveWorker(config));
  process.send?.(kind);
  await stop.promise;
  await running.stop();
};
