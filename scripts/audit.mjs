import { spawnSync } from 'node:child_process';

/** Known weaknesses of what is served, by the registry; a registry that keeps no such list says so, and stops nothing. */
const { stdout, status } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});

const report = read(stdout);
if (report?.metadata?.vulnerabilities === undefined) {
  const isWithoutList = [404, 405, 501].includes(report?.statusCode);
  console.log(
    `audit: ${isWithoutList ? 'left out, this registry has no list of weaknesses' : `no answer, ${report?.message ?? 'and no reason'}`}`,
  );
  process.exitCode = isWithoutList ? 0 : 1;
} else {
  const { high, critical } = report.metadata.vulnerabilities;
  console.log(`audit: ${high} high, ${critical} critical`);
  for (const [name, { severity, range }] of Object.entries(report.vulnerabilities ?? {}))
    console.log(`  ${severity}: ${name} ${range}`);
  process.exitCode = status ?? 1;
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
