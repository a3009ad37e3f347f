import type { Config } from '../../config.ts';
import { inTheWay, type ReadinessState } from '../../domain/readiness.ts';
import { readinessWords } from '../../ui/readiness-words.ts';
import { textFor } from '../../ui/texts/text.ts';
import { readOptions } from '../arguments.ts';
import { say } from '../say.ts';
import { tenantNamed, withInstallation } from '../with-installation.ts';
import { readReadiness, type Readiness } from './read-readiness.ts';

/** Tells the list before opening; exit code 1 while something on it stands in the way. */
export const checkTenant = async (config: Config, args: readonly string[]): Promise<void> => {
  const options = readOptions(args, { required: [], optional: ['tenant'] });
  await withInstallation(config, async ({ laksa }) => {
    const tenant = await tenantNamed(laksa, options.tenant);
    const readiness = await readReadiness(laksa, tenant, config);
    for (const state of readiness.states) say(lineOf(state, readiness, tenant.origin));
    const missing = inTheWay(readiness.states).length;
    say(
      missing === 0
        ? `nothing stands in the way of opening ${tenant.slug}`
        : `${missing} things are needed before opening`,
    );
    process.exitCode = missing === 0 ? 0 : 1;
  });
};

/** What is said by a person is said on the page, where it is kept who did. */
const lineOf = ({ key, isDone, blocks, isSaid }: ReadinessState, { facts }: Readiness, origin: string): string => {
  const { title, where, href } = readinessWords(textFor('en'), key, facts);
  const grade = isDone ? 'done' : blocks ? 'needed' : 'advised';
  const place = href === null ? '' : ` ${origin}${href}`;
  const tick = isSaid ? `${place === '' ? ' Then' : '; then'} say so at ${origin}/kelola/siap` : '';
  return `${grade.padEnd(8)}${key.padEnd(16)}${title}${isDone ? '' : `\n${' '.repeat(24)}-> ${where}${place}${tick}`}`;
};
