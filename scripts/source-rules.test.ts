import { describe, expect, it } from 'vitest';
import { findOffences, printOffences, sourceRules } from './source-rules.ts';

type Case = readonly [path: string, text: string];

/** For each rule: texts it must object to, and texts near by that it must leave alone. */
const CASES: Readonly<Record<string, { readonly red: readonly Case[]; readonly green: readonly Case[] }>> = {
  'env-only-in-config': {
    red: [
      ['src/main.ts', 'const port = process.env.PORT;'],
      ['src/platform/db/pool.ts', "const url = process['env'];"],
      ['src/main.ts', 'const { env } = process;'],
    ],
    green: [
      ['src/config.ts', 'export const port = process.env.PORT;'],
      ['src/config.test.ts', 'const port = process.env.PORT;'],
      ['scripts/test.ts', 'const ci = process.env.CI;'],
      ['src/main.test.ts', 'const ci = process.env.CI;'],
      ['src/main.ts', "// process.env is read in config.ts\nconst hint = 'set process.env';"],
    ],
  },
  'time-from-one-place': {
    red: [
      ['src/store/report.ts', 'const at = new Date();'],
      ['src/store/report.ts', 'const at = Date.now();'],
      ['src/store/report.ts', 'const options = { now: Date.now };'],
      ['src/domain/time.ts', 'const today = Temporal.Now.instant();'],
    ],
    green: [
      ['src/platform/clock/clock.ts', 'export const now = () => new Date();'],
      ['src/store/report.ts', 'const at = new Date(row.at); // never new Date()'],
      ['src/store/report.test.ts', 'const at = new Date();'],
      ['bench/main.ts', 'const start = Date.now();'],
    ],
  },
  'no-stopwatch': {
    red: [
      ['src/platform/http/timing.ts', 'const start = performance.now();'],
      ['src/platform/jobs/timing.ts', 'const start = process.hrtime.bigint();'],
    ],
    green: [
      ['src/platform/log/timing.ts', 'const start = performance.now();'],
      ['src/platform/postgres/wait.ts', 'const start = performance.now();'],
      ['src/commands/serve/supervisor.ts', 'const start = performance.now();'],
      ['bench/main.ts', 'const start = performance.now();'],
    ],
  },
  'no-zone-of-the-machine': {
    red: [
      ['src/domain/time.ts', 'const hour = at.getHours();'],
      ['src/ui/day.tsx', 'const day = at.getDate();'],
    ],
    green: [['src/domain/time.ts', 'const hour = at.getUTCHours();']],
  },
  'no-sql-clock': {
    red: [
      ['src/store/report.ts', 'await sql`update report set at = now()`;'],
      ['src/store/report.ts', 'await sql`update report set a = ${a}, at = NOW ()`;'],
      ['src/store/report.ts', "await tx.query('select current_timestamp');"],
      ['src/store/report.ts', "const at = eb.fn('now', []);"],
    ],
    green: [
      ['src/store/report.ts', 'await sql`update report set at = ${clock.now()}`;'],
      ['src/store/report.ts', 'const at = now();'],
    ],
  },
  'domain-is-a-function': {
    red: [
      ['src/domain/number.ts', 'const digit = Math.random();'],
      ['src/domain/number.ts', 'console.log(digit);'],
      ['src/domain/number.ts', 'const id = crypto.randomUUID();'],
    ],
    green: [
      ['src/domain/number.ts', 'const state = report.process; const names = { console: 1 };'],
      ['src/store/number.ts', 'const digit = Math.random();'],
    ],
  },
  'domain-dates-in-few-files': {
    red: [
      ['src/domain/number.ts', "const at = new Date('2026-01-01');"],
      ['src/domain/number.ts', 'const at = Date.parse(day);'],
    ],
    green: [
      ['src/domain/time.ts', 'const at = new Date(ms);'],
      ['src/domain/calendar.ts', 'const at = Date.parse(day);'],
      ['src/store/report.ts', 'const at = new Date(row.at);'],
    ],
  },
  'no-inline-style-or-script': {
    red: [
      ['src/ui/badge.tsx', 'export const Badge = () => <b style="color:red">a</b>;'],
      ['src/ui/badge.tsx', 'export const Badge = () => <b style={{ color: 1 }}>a</b>;'],
      ['src/ui/page.tsx', 'export const Page = () => <script>{code}</script>;'],
      ['src/ui/page.tsx', 'export const Page = () => <style>{css}</style>;'],
      ['src/ui/page.tsx', 'export const Page = () => <a onclick="go()">a</a>;'],
      ['src/ui/page.tsx', 'export const Page = () => <p dangerouslySetInnerHTML={{ __html: words }} />;'],
    ],
    green: [
      ['src/ui/page.tsx', 'export const Page = () => <script type="module" src={asset}></script>;'],
      ['src/ui/page.tsx', 'export const Page = () => <script type="application/ld+json">{data}</script>;'],
      ['src/features/map/map.island.tsx', 'export const Map = () => <button onClick={open}>a</button>;'],
    ],
  },
  'no-barrel-file': {
    red: [['src/domain/all.ts', "export * from './report.ts';\nexport { move } from './move.ts';"]],
    green: [['src/domain/report.ts', "export type { Kind } from './kind.ts';\nexport const kinds = [];"]],
  },
  'no-sql-clock-in-migrations': {
    red: [
      ['db/migrations/0002-a.sql', 'create table a (at timestamptz not null default now());'],
      ['db/migrations/0002-a.sql', 'create table a (day date default CURRENT_DATE);'],
      ['db/migrations/0002-a.sql', "select 'now'::timestamptz;"],
    ],
    green: [['db/migrations/0002-a.sql', '-- never now()\ncreate table a (at timestamptz not null);']],
  },
  'expand-then-contract': {
    red: [
      ['db/migrations/0029-a.sql', 'alter table laksa.a drop column b;'],
      ['db/migrations/0031-a.sql', 'alter table laksa.a alter column b drop default;'],
      ['db/migrations/0031-a.sql', 'alter table laksa.a\n  alter column b set not null;'],
      ['db/migrations/0031-a.sql', 'alter table laksa.a rename column b to c;'],
      ['db/migrations/0031-a.sql', 'alter table laksa.a alter column b type bigint;'],
      ['db/migrations/0031-a.sql', 'alter table laksa.a add column b text not null;'],
      ['db/migrations/0031-a.sql', 'alter table laksa.a\n  add column b text\n    not null;'],
      ['db/migrations/0031-a.sql', 'alter table laksa.a alter column b\n  drop default;'],
      ['db/migrations/0031-a.sql', '-- a comment\n-- contract: too late\ndrop table laksa.a;'],
    ],
    green: [
      ['db/migrations/0014-a.sql', 'alter table laksa.a alter column b drop default;'],
      ['db/migrations/0031-a.sql', '-- contract: nothing reads it since 0.2\nalter table laksa.a drop column b;'],
      ['db/migrations/0031-a.sql', 'alter table laksa.a add column b text; -- never rename it'],
      ['db/migrations/0031-a.sql', 'alter table laksa.a add column b boolean not null default false;'],
      ['db/migrations/0031-a.sql', 'alter table laksa.a\n  add column b boolean not null\n    default false;'],
      ['db/migrations/0031-a.sql', 'create table laksa.a (tenant_id uuid not null);'],
    ],
  },
  'known-folders': {
    red: [
      ['src/lib/report.ts', ''],
      ['src/features/report.ts', ''],
      ['src/server.ts', ''],
    ],
    green: [
      ['src/main.ts', ''],
      ['src/config.test.ts', ''],
      ['src/commands/doctor.ts', ''],
      ['src/features/file-report/routes.tsx', ''],
      ['src/adapters/smtp.ts', ''],
      ['src/domain/report.ts', ''],
    ],
  },
  'telling-names': {
    red: [
      ['src/domain/index.ts', ''],
      ['src/platform/http/utils.ts', ''],
      ['src/platform/date-helpers.ts', ''],
      ['src/store/reportStore.ts', ''],
      ['src/platform/common/text.ts', ''],
    ],
    green: [
      ['src/store/report.ts', ''],
      ['src/features/file-report/form.view.tsx', ''],
      ['src/domain/common-area.ts', ''],
    ],
  },
  'no-silenced-checks': {
    red: [
      ['src/main.ts', '// oxlint-disable-next-line no-console'],
      ['src/main.ts', '// @ts-ignore'],
      ['scripts/build.ts', '/* eslint-disable */'],
      ['src/main.test.ts', '// @ts-expect-error'],
    ],
    green: [['src/main.ts', '// oxlint reads this file as well']],
  },
  'no-postponed-work': {
    red: [
      ['src/main.ts', '// TODO: later'],
      ['db/migrations/0002-a.sql', '-- FIXME'],
    ],
    green: [['src/domain/city.ts', "const code = 'XXX-12'; // todo lists are not ours"]],
  },
  'no-traces-of-a-machine': {
    red: [
      ['docs/operations.md', `Lies in /${'work'}/main.`],
      ['src/main.ts', "const folder = '/tmp/laksa';"],
      ['README.md', 'cd /home/rina/laksa'],
      ['package-lock.json', '"resolved": "https://registry.npmjs.org/zod/-/zod-4.6.7.tgz"'],
    ],
    green: [
      ['src/main.test.ts', "const folder = '/tmp/laksa';"],
      ['src/app.ts', "const routes = ['/petugas/work/list', 'https://example.test/tmp/a', './tmp/a'];"],
      ['README.md', 'It also works under /root, and the registry is a list.'],
    ],
  },
  'skips-say-why': {
    red: [
      ['src/main.test.ts', "it.only('works', () => {});"],
      ['src/main.test.ts', "describe.skip('mail', () => {});"],
      ['src/main.test.ts', "it.skipIf(noServer)('mail', () => {});"],
      ['src/main.test.ts', 'context.skip();'],
    ],
    green: [
      [
        'src/main.test.ts',
        "// needs exiftool, which this machine has not\nit.skipIf(none)('strips places', () => {});",
      ],
      ['src/main.test.ts', "context.skip('needs exiftool');"],
      ['src/main.test.ts', "it('skips holidays', () => {});"],
    ],
  },
  'islands-say-why': {
    red: [['src/features/file-report/photos.island.tsx', "import { h } from 'preact';"]],
    green: [['src/features/file-report/photos.island.tsx', '// Shows thumbnails; without it the form still sends.\n']],
  },
};

describe('the source rules', () => {
  it('each have a text that turns them red', () => {
    expect(Object.keys(CASES).sort()).toEqual(sourceRules.map((rule) => rule.name).sort());
  });

  for (const [rule, { red, green }] of Object.entries(CASES)) {
    it.each(red)(`${rule} objects in %s to %j`, (path, text) => {
      expect(rulesBrokenBy(path, text)).toContain(rule);
    });
    it.each(green)(`${rule} leaves in %s alone %j`, (path, text) => {
      expect(rulesBrokenBy(path, text)).not.toContain(rule);
    });
  }

  it('name the file, the line and the reason', () => {
    const offences = findOffences([{ path: 'src/store/report.ts', text: 'const a = 1;\nconst b = new Date();\n' }]);
    expect(offences).toEqual([
      { rule: 'time-from-one-place', path: 'src/store/report.ts', line: 2, what: 'new Date()' },
    ]);
    expect(printOffences(offences)).toContain('src/store/report.ts:2 time-from-one-place: new Date()');
    expect(printOffences(offences)).toContain('src/platform/clock gives the time');
  });
});

function rulesBrokenBy(path: string, text: string): readonly string[] {
  return findOffences([{ path, text }]).map((offence) => offence.rule);
}
