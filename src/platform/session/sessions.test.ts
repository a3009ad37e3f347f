import { Secret, TOTP } from 'otpauth';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { roleUrl } from '../db/role-url.ts';
import { installRoles } from '../db/roles.ts';
import { isOutage } from '../db/outage.ts';
import { drawFactor } from './factor.ts';
import { installAuth } from './install-auth.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { hasDebian15, temporaryPostgres, type TemporaryPostgres } from '../postgres/testing/temporary-postgres.ts';

const secret = 'a secret that only this test knows, 32+ characters';
const password = 'a long enough password';
const plainSite = 'http://127.0.0.1:3999';
const secureSite = 'https://hill.example';

/** A browser: keeps cookies as it is told. */
const makeBrowser = (origin: string) => {
  const jar = new Map<string, string>();
  return {
    jar,
    caller: () => ({ origin, headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } }),
    take: (cookies: readonly string[]) => {
      for (const cookie of cookies) {
        const [pair = '', ...attributes] = cookie.split('; ');
        const name = pair.slice(0, pair.indexOf('='));
        if (attributes.includes('Max-Age=0')) jar.delete(name);
        else jar.set(name, pair.slice(name.length + 1));
      }
    },
  };
};

const given = new Map<string, number>();
/** The code that is shown, and then the next, which is taken too: each is taken once. */
const codeOf = (totpSecret: string): string => {
  const totp = new TOTP({ secret: Secret.fromBase32(totpSecret) });
  const counter = Math.max(totp.counter(), (given.get(totpSecret) ?? 0) + 1);
  given.set(totpSecret, counter);
  return totp.generate({ timestamp: counter * 30_000 });
};
const wrongCodeOf = (totpSecret: string): string =>
  String((Number(new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate()) + 500_000) % 1_000_000).padStart(
    6,
    '0',
  );

const servers = hasDebian15 ? (['embedded', 'debian 15'] as const) : (['embedded'] as const);

test('sign-in works on Debian’s PostgreSQL 15', (context) => {
  if (!hasDebian15) context.skip('needs PostgreSQL 15');
  expect(servers).toContain('debian 15');
});

describe.each(servers)('on PostgreSQL (%s)', (version) => {
  let postgres: TemporaryPostgres;
  let sessions: Sessions;
  let admin: pg.Client;

  beforeAll(async () => {
    postgres = await temporaryPostgres(version);
    admin = new pg.Client({ connectionString: postgres.url });
    await admin.connect();
    await installRoles(admin, postgres.url);
    await installAuth(admin);
    sessions = createSessions({
      url: roleUrl(postgres.url, 'laksa_auth'),
      secrets: () => [{ version: 1, value: secret, isEnded: false }],
      maxConnections: 3,
      onError: () => undefined,
    });
  });

  afterAll(async () => {
    await sessions.destroy();
    await admin.end().catch(() => undefined);
    await postgres.remove();
  });

  const signedIn = async (login: string, totpSecret: string, origin = plainSite) => {
    const browser = makeBrowser(origin);
    browser.take((await sessions.signIn({ login, password }, browser.caller())).cookies);
    const step = await sessions.verifyTotp({ code: codeOf(totpSecret) }, browser.caller());
    browser.take(step.cookies);
    return { browser, step };
  };

  describe('the tables of sign-in', () => {
    test('belong to laksa_auth in schema auth, all of them and nothing elsewhere', async () => {
      const { rows } = await admin.query(
        `select schemaname, tablename, tableowner from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 2`,
      );
      expect(rows.map((row) => row.tablename)).toEqual([
        'account',
        'passkey',
        'session',
        'twoFactor',
        'user',
        'verification',
      ]);
      expect(new Set(rows.map((row) => `${row.schemaname} ${row.tableowner}`))).toEqual(new Set(['auth laksa_auth']));
    });

    test('stay as they are when they are installed again, and the connection keeps its own role', async () => {
      const shape = `select table_name, column_name, data_type, is_nullable from information_schema.columns where table_schema = 'auth' order by 1, 2`;
      const before = (await admin.query(shape)).rows;
      await installAuth(admin);
      expect((await admin.query(shape)).rows).toEqual(before);
      expect((await admin.query('select current_user::text as role, current_schema() as path')).rows).toEqual([
        { role: 'postgres', path: 'public' },
      ]);
    });

    test('are nobody else’s to read', async () => {
      const application = new pg.Client({ connectionString: roleUrl(postgres.url, 'laksa_app') });
      await application.connect();
      await expect(application.query('select * from auth."user"')).rejects.toThrow('permission denied');
      await application.end();
    });

    test('hold neither password nor second factor in clear', async () => {
      const { totpSecret } = await sessions.createStaff({ login: 'kept.secret', name: 'Kept Secret', password });
      const { rows } = await admin.query(
        `select a.password, t.secret, t."backupCodes" from auth.account a join auth."twoFactor" t using ("userId")`,
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(rows)).not.toContain(password);
      expect(JSON.stringify(rows)).not.toContain(totpSecret);
    });
  });

  describe('an account that a person opens for themselves', () => {
    const opened = async (login: string) => {
      const { accounts } = sessions;
      const factor = drawFactor();
      const passwordHash = await accounts.hashPassword(password);
      return { factor, userId: await accounts.open({ login, name: 'Opened Here', passwordHash, factor }) };
    };

    test('signs in with the password and the app that were proved', async () => {
      const { userId, factor } = await opened('opened@kota.example');
      const { browser } = await signedIn('opened@kota.example', factor.totpSecret);
      expect(await sessions.read(browser.caller())).toMatchObject({ userId });
      expect(factor.recoveryCodes).toHaveLength(10);
    });

    test('is not opened twice, and goes on where it was left half open', async () => {
      await opened('twice@kota.example');
      await expect(opened('twice@kota.example')).rejects.toThrow('is taken');
      await admin.query(
        `delete from auth.account where "userId" = (select id from auth."user" where email = 'twice@kota.example')`,
      );
      const { factor } = await opened('twice@kota.example');
      expect((await signedIn('twice@kota.example', factor.totpSecret)).step.kind).toBe('signed_in');
    });

    test('whose second factor is taken away opens to nobody until there is another, and its sessions end', async () => {
      const { userId, factor } = await opened('lost.phone');
      const { browser } = await signedIn('lost.phone', factor.totpSecret);
      await sessions.accounts.voidFactor(userId);
      expect(await sessions.read(browser.caller())).toBeNull();
      expect((await signedIn('lost.phone', factor.totpSecret)).step.kind).toBe('refused');
      const again = drawFactor();
      await sessions.accounts.setFactor(userId, again);
      expect((await signedIn('lost.phone', again.totpSecret)).step.kind).toBe('signed_in');
    });

    test('is told apart by its own password, which a new one ends with all sessions', async () => {
      const { userId, factor } = await opened('new.password');
      const { browser } = await signedIn('new.password', factor.totpSecret);
      const { accounts } = sessions;
      expect([await accounts.isPassword(userId, password), await accounts.isPassword(userId, 'another')]).toEqual([
        true,
        false,
      ]);
      await accounts.setPassword(userId, await accounts.hashPassword('a password after it'));
      expect(await sessions.read(browser.caller())).toBeNull();
      expect(await accounts.isPassword(userId, 'a password after it')).toBe(true);
    });

    test('is found among others by name, page by page', async () => {
      const userIds: string[] = [];
      for (const login of ['page.c', 'page.a', 'page.b']) userIds.push((await opened(login)).userId);
      const first = await sessions.findPeople({ userIds, limit: 2 });
      const place = first.at(-1);
      const rest = await sessions.findPeople({ userIds, limit: 2, after: place ?? null });
      expect([...first, ...rest].map(({ userId }) => userId).toSorted()).toEqual(userIds.toSorted());
      expect(
        (await sessions.findPeople({ userIds: [...userIds, 'nobody'], words: 'PAGE.B', limit: 5 })).map(
          (one) => one.login,
        ),
      ).toEqual(['page.b']);
      expect(await sessions.findPeople({ userIds, words: '%', limit: 5 })).toEqual([]);
      expect(await sessions.peopleByLogin(['page.a', 'nobody'])).toMatchObject([
        { login: 'page.a', hasSecondFactor: true },
      ]);
    });
  });

  describe('an officer', () => {
    test('signs in with password and code, is known, and signs out', async () => {
      const { userId, totpSecret } = await sessions.createStaff({
        login: 'verifier.one',
        name: 'Verifier One',
        password,
      });
      const browser = makeBrowser(plainSite);
      const first = await sessions.signIn({ login: ' Verifier.One ', password }, browser.caller());
      browser.take(first.cookies);
      expect([first.kind, await sessions.read(browser.caller())]).toEqual(['needs_totp', null]);
      const code = codeOf(totpSecret);
      const second = await sessions.verifyTotp({ code: `${code.slice(0, 3)} ${code.slice(3)}` }, browser.caller());
      browser.take(second.cookies);
      expect(second.kind).toBe('signed_in');
      expect(await sessions.read(browser.caller())).toEqual({
        userId,
        sessionId: expect.any(String),
        login: 'verifier.one',
      });
      const stolen = { ...browser.caller() };
      browser.take(await sessions.signOut(browser.caller()));
      expect([browser.jar.size, await sessions.read(browser.caller()), await sessions.read(stolen)]).toEqual([
        0,
        null,
        null,
      ]);
    });

    test('gets cookies that scripts and other sites cannot use, for this host alone, and over https only where the site is', async () => {
      const { totpSecret } = await sessions.createStaff({ login: 'cookie@kota.example', name: 'Cookie', password });
      const plain = await signedIn('cookie@kota.example', totpSecret);
      const secure = await signedIn('cookie@kota.example', totpSecret, secureSite);
      for (const cookie of [...plain.step.cookies, ...secure.step.cookies])
        expect(cookie).toMatch(/; Path=\/; HttpOnly; (?:Secure; )?SameSite=Lax$/);
      expect([...plain.step.cookies, ...secure.step.cookies].join()).not.toMatch(/domain/i);
      expect(plain.step.cookies.every((cookie) => !cookie.includes('Secure'))).toBe(true);
      expect(
        secure.step.cookies.every((cookie) => cookie.includes('; Secure') && cookie.startsWith('__Secure-staff.')),
      ).toBe(true);
      expect(await sessions.read(secure.browser.caller())).toMatchObject({ login: 'cookie@kota.example' });
      expect(await sessions.read({ ...secure.browser.caller(), origin: plainSite })).toBeNull();
    });

    test('may use each code of the app once, of two that send it at the same time one alone', async () => {
      const { totpSecret } = await sessions.createStaff({ login: 'replayed', name: 'Replayed', password });
      const begun = await Promise.all(
        Array.from({ length: 6 }, async () => {
          const browser = makeBrowser(plainSite);
          browser.take((await sessions.signIn({ login: 'replayed', password }, browser.caller())).cookies);
          return browser;
        }),
      );
      const code = codeOf(totpSecret);
      const tryAll = async () =>
        (await Promise.all(begun.map((browser) => sessions.verifyTotp({ code }, browser.caller())))).map(
          ({ kind }) => kind,
        );
      expect((await tryAll()).toSorted()).toEqual([...Array(5).fill('refused'), 'signed_in']);
      expect((await tryAll()).filter((kind) => kind === 'signed_in')).toEqual([]);
    });

    test('who took a later code has used up those before it', async () => {
      const { totpSecret } = await sessions.createStaff({ login: 'ahead', name: 'Ahead', password });
      const now = codeOf(totpSecret);
      expect((await signedIn('ahead', totpSecret)).step.kind).toBe('signed_in');
      const browser = makeBrowser(plainSite);
      browser.take((await sessions.signIn({ login: 'ahead', password }, browser.caller())).cookies);
      expect((await sessions.verifyTotp({ code: now }, browser.caller())).kind).toBe('refused');
    });

    test('may use each backup code once', async () => {
      const { backupCodes } = await sessions.createStaff({ login: 'backup', name: 'Backup', password });
      const tryCode = async () => {
        const browser = makeBrowser(plainSite);
        browser.take((await sessions.signIn({ login: 'backup', password }, browser.caller())).cookies);
        return (await sessions.verifyBackupCode({ code: ` ${backupCodes[0]} ` }, browser.caller())).kind;
      };
      expect([backupCodes.length, await tryCode(), await tryCode()]).toEqual([10, 'signed_in', 'refused']);
    });

    test('who signs in over the session of another ends it', async () => {
      const one = await sessions.createStaff({ login: 'shared.one', name: 'One', password });
      await sessions.createStaff({ login: 'shared.two', name: 'Two', password });
      const { browser } = await signedIn('shared.one', one.totpSecret);
      const before = browser.caller();
      await sessions.signIn({ login: 'shared.two', password }, before);
      expect(await sessions.read(before)).toBeNull();
    });

    test('cannot finish the sign-in of another with a code of their own, even while signed in themselves', async () => {
      const one = await sessions.createStaff({ login: 'own.one', name: 'One', password });
      const two = await sessions.createStaff({ login: 'own.two', name: 'Two', password });
      const { browser } = await signedIn('own.one', one.totpSecret);
      browser.take(
        (await sessions.signIn({ login: 'own.two', password }, makeBrowser(plainSite).caller())).cookies.filter((set) =>
          set.startsWith('staff.two_factor'),
        ),
      );
      expect(await sessions.read(browser.caller())).toMatchObject({ userId: one.userId });
      expect((await sessions.verifyTotp({ code: codeOf(one.totpSecret) }, browser.caller())).kind).toBe('refused');
      browser.take((await sessions.verifyTotp({ code: codeOf(two.totpSecret) }, browser.caller())).cookies);
      expect(await sessions.read(browser.caller())).toMatchObject({ userId: two.userId });
    });

    test('who leaves is signed out everywhere at once', async () => {
      const { userId, totpSecret } = await sessions.createStaff({ login: 'leaver', name: 'Leaver', password });
      const [here, there] = [await signedIn('leaver', totpSecret), await signedIn('leaver', totpSecret)];
      await sessions.endAll(userId);
      expect([await sessions.read(here.browser.caller()), await sessions.read(there.browser.caller())]).toEqual([
        null,
        null,
      ]);
    });

    test('is made once: a login that is taken is refused', async () => {
      await sessions.createStaff({ login: 'taken', name: 'Taken', password });
      await expect(sessions.createStaff({ login: 'TAKEN', name: 'Other', password })).rejects.toThrow('taken');
    });
  });

  describe('nobody gets in', () => {
    test('with a wrong password or an unknown login, and both look the same', async () => {
      await sessions.createStaff({ login: 'known', name: 'Known', password });
      const { caller } = makeBrowser(plainSite);
      const wrong = await sessions.signIn({ login: 'known', password: 'not the password' }, caller());
      const unknown = await sessions.signIn({ login: 'unknown', password }, caller());
      expect([wrong, unknown]).toEqual([wrong, wrong]);
      expect(wrong).toEqual({ kind: 'refused', cookies: [] });
    });

    test('sooner for an unknown login than for a wrong password: both are hashed', async () => {
      await sessions.createStaff({ login: 'timed', name: 'Timed', password });
      const { caller } = makeBrowser(plainSite);
      const time = async (login: string): Promise<number> => {
        const durations: number[] = [];
        for (let round = 0; round < 5; round += 1) {
          const start = performance.now();
          await sessions.signIn({ login, password: 'not the password' }, caller());
          durations.push(performance.now() - start);
        }
        return Math.min(...durations);
      };
      const [known, unknown] = [await time('timed'), await time('nobody.at.all')];
      expect(unknown / known).toBeGreaterThan(0.2);
      expect(unknown / known).toBeLessThan(5);
    });

    test('with the right password but no second factor', async () => {
      await sessions.createStaff({ login: 'stripped', name: 'Stripped', password });
      await admin.query(`update auth."user" set "twoFactorEnabled" = false where email = 'stripped@login.invalid'`);
      const { caller } = makeBrowser(plainSite);
      expect(await sessions.signIn({ login: 'stripped', password }, caller())).toEqual({
        kind: 'refused',
        cookies: [],
      });
      const left = await admin.query(
        `select from auth.session s join auth."user" u on u.id = s."userId" where u.email = 'stripped@login.invalid'`,
      );
      expect(left.rowCount).toBe(0);
    });

    test('with a session whose second factor was taken away', async () => {
      const { userId, totpSecret } = await sessions.createStaff({ login: 'lost.factor', name: 'Lost', password });
      const { browser } = await signedIn('lost.factor', totpSecret);
      await admin.query(`update auth."user" set "twoFactorEnabled" = false where id = $1`, [userId]);
      expect(await sessions.read(browser.caller())).toBeNull();
    });

    test('by guessing codes: five a challenge, then the password again; and no number of wrong ones locks the account itself', async () => {
      const { totpSecret } = await sessions.createStaff({ login: 'guessed', name: 'Guessed', password });
      const guess = async (times: number): Promise<readonly string[]> => {
        const browser = makeBrowser(plainSite);
        browser.take((await sessions.signIn({ login: 'guessed', password }, browser.caller())).cookies);
        const kinds: string[] = [];
        for (let round = 0; round < times; round += 1)
          kinds.push((await sessions.verifyTotp({ code: wrongCodeOf(totpSecret) }, browser.caller())).kind);
        return kinds;
      };
      expect(await guess(6)).toEqual([...Array(5).fill('refused'), 'start_over']);
      expect(await guess(5)).toEqual(Array(5).fill('refused'));
      expect(await guess(5)).toEqual(Array(5).fill('refused'));
      expect((await signedIn('guessed', totpSecret)).step.kind).toBe('signed_in');
    });

    test('with a session that was opened at another address of the installation', async () => {
      const { totpSecret } = await sessions.createStaff({ login: 'two.hosts', name: 'Two', password });
      const { browser } = await signedIn('two.hosts', totpSecret);
      expect(await sessions.read(browser.caller())).not.toBeNull();
      expect(await sessions.read({ ...browser.caller(), origin: 'http://127.0.0.2:3999' })).toBeNull();
    });

    test('with a code but without the challenge, or with a forged cookie', async () => {
      const { totpSecret } = await sessions.createStaff({ login: 'forged', name: 'Forged', password });
      const { browser } = await signedIn('forged', totpSecret);
      const forged = {
        ...browser.caller(),
        headers: {
          cookie: browser.caller().headers.cookie.replace(/=(.)/, (_whole, first) => `=${first === 'a' ? 'b' : 'a'}`),
        },
      };
      expect(await sessions.read(forged)).toBeNull();
      expect((await sessions.verifyTotp({ code: codeOf(totpSecret) }, makeBrowser(plainSite).caller())).kind).toBe(
        'start_over',
      );
    });
  });

  test('half an enrolment under a login is replaced, not in the way', async () => {
    const { userId } = await sessions.createStaff({ login: 'half', name: 'Half', password });
    await admin.query(`update auth."user" set "twoFactorEnabled" = false where id = $1`, [userId]);
    const again = await sessions.createStaff({ login: 'half', name: 'Whole', password });
    expect(again.userId).not.toBe(userId);
    expect((await signedIn('half', again.totpSecret)).step.kind).toBe('signed_in');
  });

  test('a database that is away is told as an outage, and sign-in goes on when it is back', async () => {
    const { totpSecret } = await sessions.createStaff({ login: 'outage', name: 'Outage', password });
    const { browser } = await signedIn('outage', totpSecret);
    admin.on('error', () => undefined);
    await postgres.stop();
    await expect(sessions.read(browser.caller()).catch(isOutage)).resolves.toBe(true);
    await expect(sessions.signIn({ login: 'outage', password }, browser.caller()).catch(isOutage)).resolves.toBe(true);
    await postgres.start();
    expect(await sessions.read(browser.caller())).toMatchObject({ login: 'outage' });
  });
});
