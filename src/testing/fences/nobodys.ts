import { randomBytes, randomInt, randomUUID } from 'node:crypto';

import { makeNumber } from '../../domain/report-number.ts';
import type { Holdings } from './city-with-words.ts';

/** The same shapes, and nothing behind them in any city; `session`: of somebody with an account, `login`, and no post anywhere. */
export const nobodysHoldings = (session: string, login: string): Holdings => ({
  number: someNumber(),
  claimCode: digits(8),
  hiddenNumber: someNumber(),
  keys: { 'report:create': someKey(), 'report:handle': someKey(), 'report:read': someKey() },
  session,
  login,
  pass: someSeal(),
  claimCookie: someSeal(),
  nonce: randomUUID(),
  photoId: '019a0000-0000-7000-8000-0000000000fb',
  waitingPhotoId: '019a0000-0000-7000-8000-0000000000fc',
  waitingNonce: randomUUID(),
  idempotencyKey: 'katakosongidempotency',
  category: 'katakosongcategory',
  agency: 'katakosongagency',
  post: 'katakosongpost',
  village: '99.99.99.9999',
  publicTitle: 'katakosongpublictitle',
  email: 'katakosongemail@example.org',
  jobId: '987654321',
  dutyId: '019a0000-0000-7000-8000-0000000000fd',
  noticeId: '019a0000-0000-7000-8000-0000000000fe',
  spanId: '019a0000-0000-7000-8000-0000000000f8',
  cityEventId: '019a0000-0000-7000-8000-0000000000f9',
  handoverId: '019a0000-0000-7000-8000-0000000000fa',
  reportId: '019a0000-0000-7000-8000-0000000000ff',
  filedAt: new Date(0),
  signInPass: someMark(),
  noticesPass: someMark(),
  followPass: someMark(),
  unfollowPass: someMark(),
  contactPass: someMark(),
  contactBackPass: someMark(),
  userId: '019a0000-0000-7000-8000-0000000000e0',
  invitationId: '019a0000-0000-7000-8000-0000000000e1',
  batchId: '019a0000-0000-7000-8000-0000000000e2',
  keyId: '019a0000-0000-7000-8000-0000000000e3',
  invitationPass: someMark(),
  linkPass: someMark(),
  addressPass: randomBytes(48).toString('base64url'),
});

const digits = (count: number): string => Array.from({ length: count }, () => String(randomInt(10))).join('');
const someNumber = (): string => makeNumber(Math.random);
const someKey = (): string => `laksa_${randomBytes(20).toString('hex')}`;
const someMark = (): string => randomBytes(32).toString('base64url');
const someSeal = (): string => randomBytes(120).toString('base64url');
