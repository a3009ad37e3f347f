import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in the foreground and gives its exit code. A signal to us goes on to the program once: Ctrl-C reaches
 * it from the terminal and from npm as well, and an orderly end must not be cut short by its own echo.
 */
export async function runInForeground(file, args, { cwd, env = process.env, stdio = 'inherit' }) {
  const child = spawn(file, args, { cwd, env, stdio });
  let isPassedOn = false;
  const passOn = (signal) => {
    if (!isPassedOn) child.kill(signal);
    isPassedOn = true;
  };
  for (const signal of signals) process.on(signal, passOn);
  const stopWatching = whenOrphaned(() => passOn('SIGTERM'));
  try {
    return await exitCodeOf(child);
  } finally {
    stopWatching();
    for (const signal of signals) process.off(signal, passOn);
  }
}

/** An npm that was killed, or whose shell swallowed the signal, tells nobody; its program would run on unseen. */
function whenOrphaned(act) {
  if (process.env.npm_lifecycle_event === undefined) return () => {};
  const parent = process.ppid;
  const timer = setInterval(() => process.ppid !== parent && act(), 250);
  return () => clearInterval(timer);
}

function exitCodeOf(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
