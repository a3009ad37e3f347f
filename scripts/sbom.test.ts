import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

type Bom = {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: { readonly 'bom-ref': string } };
  readonly components: readonly { readonly name: string; readonly version: string; readonly purl: string }[];
};

it('the bill of materials is CycloneDX and names every package that is served by its locked version', () => {
  // Where that says `production`, npm leaves out what it would install for development alone, and more.
  const env = { ...process.env, NODE_ENV: 'production' };
  const said = execFileSync('npm', ['run', '--silent', 'sbom'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env });
  const bom: Bom = JSON.parse(said);
  expect(bom.bomFormat).toBe('CycloneDX');
  expect(bom.metadata.component['bom-ref']).toMatch(/^laksa@/);
  expect(Number(bom.specVersion)).toBeGreaterThanOrEqual(1.5);
  const { dependencies }: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
    readFileSync('package.json', 'utf8'),
  );
  const named = new Map(bom.components.map(({ name, version, purl }) => [name, { version, purl }]));
  for (const [name, version] of Object.entries(dependencies ?? {})) {
    expect(named.get(name)?.version).toBe(version);
    expect(named.get(name)?.purl).toMatch(/^pkg:npm\//);
  }
});
