import { once } from 'node:events';
import { createServer } from 'node:net';
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** Below the range from which systems lend ports to outgoing connections (32768 on Linux), so that a remembered one stays free. */
const lowest = 20_000;
const highest = 32_000;

/**
 * The remembered port when it is free, or becomes free within `patienceMs`, else another free one:
 * connection strings that are already out stay good as long as they can.
 */
export async function choosePort(remembered: number | undefined, patienceMs: number): Promise<number> {
  if (remembered !== undefined && (await becomesFree(remembered, patienceMs))) return remembered;
  for (;;) {
    const port = randomInt(lowest, highest);
    if (await isFree(port)) return port;
  }
}

async function becomesFree(port: number, patienceMs: number): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  while (!(await isFree(port))) {
    if (performance.now() >= deadline) return false;
    await pause(100);
  }
  return true;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen({ host: '127.0.0.1', port, exclusive: true });
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
