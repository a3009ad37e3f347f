import type { Config } from '../config.ts';
import { readOptions } from './arguments.ts';
import type { Command } from './command.ts';
import { addressChecks } from './doctor/address-checks.ts';
import { backupChecks } from './doctor/backup-checks.ts';
import { codeOf, type Check, type DoctorMeans, type Finding } from './doctor/check.ts';
import { clockChecks } from './doctor/clock-checks.ts';
import { databaseChecks } from './doctor/database-checks.ts';
import { grantChecks } from './doctor/grant-checks.ts';
import { jobChecks } from './doctor/job-checks.ts';
import { keyChecks } from './doctor/key-checks.ts';
import { letterChecks } from './doctor/letter-checks.ts';
import { mailChecks } from './doctor/mail-checks.ts';
import { machineChecks } from './doctor/machine-checks.ts';
import { sessionChecks } from './doctor/session-checks.ts';
import { settingChecks } from './doctor/setting-checks.ts';
import { tenantChecks } from './doctor/tenant-checks.ts';
import { versionChecks } from './doctor/version-checks.ts';
import { tenantNamed, withInstallation } from './with-installation.ts';

export const doctorCommands: readonly Command[] = [
  {
    name: 'doctor',
    usage: 'doctor [--tenant T] [--json]',
    summary: 'looks the installation over; each finding says what to do',
    run: runDoctor,
  },
];

const checks: readonly Check[] = [
  ...versionChecks,
  ...databaseChecks,
  ...grantChecks,
  ...settingChecks,
  ...sessionChecks,
  ...tenantChecks,
  ...addressChecks,
  ...jobChecks,
  ...letterChecks,
  ...mailChecks,
  ...machineChecks,
  ...keyChecks,
  ...clockChecks,
  ...backupChecks,
];

async function runDoctor(config: Config, args: readonly string[]): Promise<void> {
  const isJson = args.includes('--json');
  const { tenant: only } = readOptions(
    args.filter((word) => word !== '--json'),
    { required: [], optional: ['tenant'] },
  );
  await withInstallation(config, async (means) => {
    if (only !== undefined) await tenantNamed(means.laksa, only);
    const findings: (Finding & { readonly code: string })[] = [];
    for (const check of checks) {
      const found = await lookWith(check, { ...means, config, only });
      if (!isJson) for (const finding of found) process.stdout.write(`${lineOf(check, finding)}\n`);
      findings.push(...found.map((finding) => ({ code: codeOf(check), ...finding })));
    }
    if (isJson) process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
    process.exitCode = findings.some((finding) => finding.grade === 'error') ? 1 : 0;
  });
}

/** A check that cannot look is a finding too, not the end of the examination. */
const lookWith = async (check: Check, means: DoctorMeans): Promise<readonly Finding[]> => {
  try {
    return await check.look(means);
  } catch (error) {
    return [
      {
        grade: 'error',
        says: error instanceof Error ? error.message : String(error),
        whatToDo: 'mend what keeps this from being looked at',
      },
    ];
  }
};

const lineOf = (check: Check, { grade, says, whatToDo }: Finding): string =>
  `${grade.padEnd(8)}${check.name.padEnd(18)}${says}${whatToDo === undefined ? '' : `\n${' '.repeat(26)}-> ${whatToDo}`}`;
