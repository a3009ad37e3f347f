import { verifyFiles } from '../../features/verify-files/verify-files.ts';
import { describeFinding } from '../../features/verify-ledger/finding.ts';
import { verifyLedger } from '../../features/verify-ledger/verify-ledger.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { everyTwoSeconds } from './progress.ts';

/** Holds every city's files against its rows, and its history against its hashes. Says what it found; false when anything is missing or changed. */
export const checkRestored = async (laksa: Installation, say: (line: string) => void): Promise<boolean> => {
  let isWhole = true;
  for (const tenant of await laksa.tenants.all()) {
    const areFilesWhole = await checkFiles(laksa, tenant, say);
    const isLedgerWhole = tenant.isRehearsal || (await checkLedger(laksa, tenant, say));
    isWhole = isWhole && areFilesWhole && isLedgerWhole;
  }
  return isWhole;
};

const checkLedger = async (laksa: Installation, tenant: Tenant, say: (line: string) => void): Promise<boolean> => {
  const progress = everyTwoSeconds(say);
  const check = await verifyLedger(laksa, tenant, ({ reports }) =>
    progress(() => `${tenant.slug}: ${reports} reports looked at`),
  );
  for (const finding of check.findings) say(`${tenant.slug}: ${describeFinding(finding)}`);
  const counted = `${tenant.slug}: ${check.events} events in ${check.reports} reports`;
  say(check.findings.length === 0 ? `${counted}: all whole` : `${counted}: ${check.findings.length} not as written`);
  return check.findings.length === 0;
};

/** A picture of a form that nobody sent is told, and is no loss. */
export const checkFiles = async (
  laksa: Installation,
  tenant: Tenant,
  say: (line: string) => void,
): Promise<boolean> => {
  const progress = everyTwoSeconds(say);
  const { photos, files, findings } = await verifyFiles(laksa, tenant, (done) =>
    progress(() => `${tenant.slug}: ${done.files} files looked at`),
  );
  for (const { kind, photoId, file, isOfReport } of findings)
    say(`${tenant.slug}: picture ${photoId}, ${file}: ${kind}${isOfReport ? '' : ' (no report was filed with it)'}`);
  const lost = findings.filter(({ isOfReport }) => isOfReport).length;
  say(
    `${tenant.slug}: ${files} files of ${photos} pictures: ${lost === 0 ? 'all whole' : `${lost} missing or changed`}`,
  );
  return lost === 0;
};
