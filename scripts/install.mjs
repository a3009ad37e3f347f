import { rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { runInForeground } from './node-process.mjs';
import { root, setUpService } from './setup.mjs';

/** Makes a checkout ready to serve, without anything of development: the locked packages, the build, and `dist/node`, the Node to run it with. */
try {
  const node = await setUpService();
  for (const script of ['scripts/build.ts', 'scripts/link-libraries.ts'])
    process.exitCode ||= await runInForeground(node, [script], { cwd: root });
  const link = join(root, 'dist', 'node');
  rmSync(link, { force: true });
  // By the way from here, so that the folder can be renamed.
  symlinkSync(relative(dirname(link), node), link);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
