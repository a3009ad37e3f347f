import type { Config } from '../config.ts';
import { readOptions } from './arguments.ts';
import type { Command } from './command.ts';
import type { Check, DoctorMeans, Finding } from './doctor/check.ts';
import { databaseChecks } from './doctor/database-checks.ts';
import { letterChecks } from './doctor/letter-checks.ts';
import { machineChecks } from './doctor/machine-checks.ts';
import { tenantChecks } from './doctor/tenant-checks.ts';
import { withInstallation } from './with-installation.ts';

export const doctorCommands: readonly Command[] = [
  {
    name: 'doctor',
    usage: 'doctor',
    summary: 'looks the installation over; each finding says what to do',
    run: runDoctor,
  },
];

const checks: readonly Check[] = [...databaseChecks, ...tenantChecks, ...letterChecks, ...machineChecks];

async function runDoctor(config: Config, args: readonly string[]): Promise<void> {
  readOptions(args, { required: [] });
  await withInstallation(config, async (means) => {
    const findings: Finding[] = [];
    for (const check of checks) {
      const found = await lookWith(check, { ...means, config });
      for (const finding of found) process.stdout.write(`${lineOf(check, finding)}\n`);
      findings.push(...found);
    }
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
