import { ConfigError, type Config } from '../../config.ts';
import { withAdmin } from '../../platform/db/admin.ts';
import { insertRehearsal } from '../../store/new-rehearsal.ts';
import { readOptions } from '../arguments.ts';
import { say } from '../say.ts';
import { tenantNamed, withInstallation } from '../with-installation.ts';
import { checkFree, checkOrigin, checkSlug } from './tenant-arguments.ts';

/** A place to learn in: a city's offices, posts, categories, villages and rules, and nobody's report. */
export const rehearseTenant = async (config: Config, args: readonly string[]): Promise<void> => {
  const options = readOptions(args, { required: ['of', 'origin'], optional: ['slug'] });
  const { of, origin, slug = `latihan-${of}` } = options;
  checkSlug(slug);
  checkOrigin(origin);
  await withInstallation(config, async ({ laksa, owner }) => {
    const city = await tenantNamed(laksa, of);
    if (city.isRehearsal) throw new ConfigError(`--of ${of} is a rehearsal itself: name the city`);
    checkFree(origin, slug, await laksa.tenants.all());
    const plan = { of: city, slug, name: `Latihan ${city.name}`, origin };
    const isNew = await withAdmin(owner, (admin) => insertRehearsal(admin, plan, laksa.clock.now()));
    laksa.tenants.forget();
    const made = await tenantNamed(laksa, slug);
    if (!isNew && (!made.isRehearsal || made.origin !== origin))
      throw new ConfigError(`there is a tenant ${slug} already, at ${made.origin}: choose another --slug`);
    say(isNew ? `${made.name} is at ${origin}` : `${made.name} is there already, at ${origin}: nothing was changed`);
    say(`  sign-ins:  laksa user create --tenant ${slug} --post verifikator --login latihan1 --name '...'`);
    say(`  letters:   ${origin}/petugas/surat-latihan; none leaves`);
    say(`  the end:   laksa tenant remove --tenant ${slug}`);
  });
};
