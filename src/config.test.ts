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
  ['ALERT_MAIL', 'operator@example.go.id,nobody'],
  ['ALERT_LANGUAGE', 'fr'],
  ['LAKSA_DEMO', 'yes'],
  ['DATABASE_URL', 'mysql://x'],
  ['PUBLIC_URL', 'https://laksa.example/path'],
  ['LOG_LEVEL', 'loud'],
  ['DATABASE_AUTH_URL', 'laksa_auth'],
  ['DATABASE_READ_URL', 'http://replica'],
  ['TRUST_PROXY', 'foo'],
  ['TRUST_PROXY', '10.0.0.0/99'],
  ['MAP_TILES_URL', 'tiles.example'],
  ['MAP_TILES_URL', 'https://tiles.example/{z}/{x}.png'],
])('%s=%s is refused in one line that names the variable', (name, value) => {
  const read = () => readConfig({ [name]: value });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(new RegExp(`^${name}=[^\n]*it takes [^\n]*$`));
});

test('a refused database address is not repeated, it may hold a password', () => {
  expect(() => readConfig({ DATABASE_URL: 'http://user:hunter2@host' })).toThrow(/^(?!.*hunter2)/);
});

test.each([
  ['0', 'none'],
  ['1', 'with-reports'],
  ['empty', 'without-reports'],
])('LAKSA_DEMO=%s makes the demonstration %s', (value, demo) => {
  expect(readConfig({ LAKSA_DEMO: value }).demo).toBe(demo);
});

test('pictures of maps are taken with the name of whom they are owed to, and not without', () => {
  const url = 'https://tiles.example/{z}/{x}/{y}.png?key=secret';
  expect(readConfig({}).mapTiles).toBeUndefined();
  expect(readConfig({ MAP_TILES_URL: url, MAP_TILES_ATTRIBUTION: '© Peta' }).mapTiles).toEqual({
    url,
    attribution: '© Peta',
  });
  expect(() => readConfig({ MAP_TILES_URL: url })).toThrow(/^MAP_TILES_ATTRIBUTION=(?!.*secret)/);
});

test('an empty value is an absent one', () => {
  expect(readConfig({ PORT: '', PUBLIC_URL: ' ' }).publicUrl).toBe('http://127.0.0.1:3000');
});
