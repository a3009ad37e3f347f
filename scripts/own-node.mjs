import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';

const name = `node-${process.platform}-${process.arch}`;

/** The Node that comes with the packages in `folder`; undefined where there is none, or this system's C library cannot run it. */
export function ownNodeIn(folder) {
  // Named by its package: npm 9 makes no link for it.
  const node = join(folder, 'node_modules', name, 'bin', 'node');
  return existsSync(node) && spawnSync(node, ['--version']).status === 0 ? node : undefined;
}

/**
 * What `npm ci` needs in `folder` to bring that Node alone, exactly the one of the lock file: an npm leaves out of the other packages those that ask for a
 * newer Node than it runs on itself, so that an old one has to fetch this first. False: there is none for this system.
 */
export function prepareOwnNode(root, folder) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const locked = lock.packages[`node_modules/${name}`];
  if (locked === undefined) return false;
  const wish = { name: 'own-node', version: '0.0.0', dependencies: { [name]: locked.version } };
  const { optional: _, ...wanted } = locked;
  const packages = { '': wish, [`node_modules/${name}`]: wanted };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(wish));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...wish, lockfileVersion: 3, packages }));
  return true;
}
