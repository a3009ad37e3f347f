import { withCheckoutLock } from './checkout-lock.mjs';
import { runInForeground } from './node-process.mjs';
import { root, setUp } from './setup.mjs';

/** Runs a TypeScript file of the project in the foreground; ends with its exit code. */
export function runScript(file, args) {
  return endWith(async () => runInForeground(await setUp(), ['--import', 'tsx', file, ...args], { cwd: root }));
}

/** Runs the built program in the foreground, built again first when it is older than its sources. */
export function runProgram(args) {
  return endWith(async () => {
    const node = await setUp();
    const built = await withCheckoutLock(root, () => build(node));
    return built === 0
      ? runInForeground(node, ['--enable-source-maps', 'dist/main.js', ...args], { cwd: root })
      : built;
  });
}

/** What a build says goes to standard error: standard output belongs to the command. */
function build(node) {
  const args = ['--import', 'tsx', 'scripts/build.ts', '--if-stale'];
  return runInForeground(node, args, { cwd: root, stdio: ['ignore', 2, 2] });
}

async function endWith(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
