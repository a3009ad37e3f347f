import { expect, test } from 'vitest';

import { ConfigError, readConfig } from './config.ts';

test('with nothing set the defaults of the manual hold', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1:3000',
    roles: ['web', 'worker'],
    demo: undefined,
    databaseUrl: undefined,
  });
});

test.each([
  ['PORT', 'abc'],
  ['PORT', '0'],
  ['PORT', '70000'],
  ['LAKSA_ROLES', 'web,boss'],
  ['LAKSA_DEMO', 'yes'],
  ['DATABASE_URL', 'mysql://x'],
  ['PUBLIC_URL', 'https://laksa.example/path'],
  ['LOG_LEVEL', 'loud'],
  ['DATABASE_AUTH_URL', 'laksa_auth'],
  ['DATABASE_READ_URL', 'http://replica'],
  ['TRUST_PROXY', 'foo'],
  ['TRUST_PROXY', '10.0.0.0/99'],
])('%s=%s is refused in one line that names the variable', (name, value) => {
  const read = () => readConfig({ [name]: value });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(new RegExp(`^${name}=[^\n]*it takes [^\n]*$`));
});

test('a refused database address is not repeated, it may hold a password', () => {
  expect(() => readConfig({ DATABASE_URL: 'http://user:hunter2@host' })).toThrow(/^(?!.*hunter2)/);
});

test('an empty value is an absent one', () => {
  expect(readConfig({ PORT: '', PUBLIC_URL: ' ' }).publicUrl).toBe('http://127.0.0.1:3000');
});
