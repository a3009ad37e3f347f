import { textOf, type FormFields } from '../platform/http/form-fields.ts';
import type { Accounts } from '../platform/session/accounts.ts';
import { drawFactor, provesTotp, totpAddress, type Factor } from '../platform/session/factor.ts';
import { passwordProblem, type PasswordProblem } from '../platform/session/password-problem.ts';
import { qrPath, type QrPath } from '../platform/session/qr-path.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Installation } from './installation.ts';
import { openPass, sealPass } from './sealed-pass.ts';

/** How a password comes into it: a new one is set, or the one there is must be known; `isKnown` says whether. */
export type PasswordAsked =
  | { readonly kind: 'new'; readonly name: string }
  | { readonly kind: 'known'; readonly isKnown: (typed: string) => Promise<boolean> };

type Problem = PasswordProblem | 'required' | 'not_repeated' | 'wrong_password' | 'wrong_code' | null;

/**
 * Where somebody is who sets a password and enrols an authenticator. What was done so far travels in `pass`, sealed, in the form itself: nothing is kept
 * before the last step, so that a telephone that is closed half way leaves nothing behind and begins anew.
 */
export type EnrolmentStep =
  | {
      readonly step: 'password';
      readonly asks: PasswordAsked['kind'];
      readonly login: string;
      readonly problem: Problem;
    }
  | {
      readonly step: 'factor';
      readonly pass: string;
      readonly secret: string;
      readonly qr: QrPath;
      readonly problem: Problem;
    }
  | { readonly step: 'codes'; readonly pass: string; readonly codes: readonly string[] };

/** All is proved and can be kept. `passwordHash` null: it stays the one that it is. */
export type Enrolled = { readonly step: 'done'; readonly passwordHash: string | null; readonly factor: Factor };

export type Enrolling = {
  readonly laksa: Installation;
  readonly accounts: Pick<Accounts, 'hashPassword'>;
  readonly tenant: Tenant;
  readonly login: string;
  /** Whose pass it is: the id of an invitation or a link, so that one is not shown for another. */
  readonly of: string;
  readonly password: PasswordAsked;
};

export const firstStep = ({ password, login }: Pick<Enrolling, 'password' | 'login'>, problem: Problem = null) =>
  ({ step: 'password', asks: password.kind, login, problem }) as const satisfies EnrolmentStep;

/** The step that a form asks for; a pass that is none or has run out begins anew. */
export const enrolmentStep = async (enrolling: Enrolling, fields: FormFields): Promise<EnrolmentStep | Enrolled> => {
  const step = textOf(fields, 'step');
  if (step === 'password') return afterPassword(enrolling, fields);
  const soFar = openSoFar(enrolling, textOf(fields, 'pass'));
  if (soFar === null) return firstStep(enrolling);
  const { passwordHash, factor } = soFar;
  if (step === 'finish' && soFar.isProved) return { step: 'done', passwordHash, factor };
  if (!provesTotp(factor.totpSecret, textOf(fields, 'code'))) return factorStep(enrolling, soFar, 'wrong_code');
  return { step: 'codes', pass: sealSoFar(enrolling, { ...soFar, isProved: true }), codes: factor.recoveryCodes };
};

const afterPassword = async (enrolling: Enrolling, fields: FormFields): Promise<EnrolmentStep> => {
  const typed = { password: textOf(fields, 'password'), repeated: textOf(fields, 'repeated') };
  const problem = await problemWith(enrolling, typed);
  if (problem !== null) return firstStep(enrolling, problem);
  const isNew = enrolling.password.kind === 'new';
  const passwordHash = isNew ? await enrolling.accounts.hashPassword(typed.password) : null;
  return factorStep(enrolling, { passwordHash, factor: drawFactor(), isProved: false }, null);
};

/** What is wrong with a password that was typed; null: nothing. */
export const problemWith = async (
  { password: asked, login, tenant }: Pick<Enrolling, 'password' | 'login' | 'tenant'>,
  { password, repeated }: { readonly password: string; readonly repeated: string },
): Promise<Problem> => {
  if (password === '') return 'required';
  if (asked.kind === 'known') return (await asked.isKnown(password)) ? null : 'wrong_password';
  const problem = await passwordProblem(password, { login, name: asked.name, city: tenant.name });
  return problem ?? (password === repeated ? null : 'not_repeated');
};

const factorStep = (enrolling: Enrolling, soFar: SoFar, problem: Problem): EnrolmentStep => {
  const secret = soFar.factor.totpSecret;
  const qr = qrPath(totpAddress(secret, { issuer: enrolling.tenant.name, login: enrolling.login }));
  return { step: 'factor', pass: sealSoFar(enrolling, soFar), secret, qr, problem };
};

type SoFar = Omit<Enrolled, 'step'> & { readonly isProved: boolean };

/** Time enough to install an app; who takes longer begins anew. */
const goodForMs = 30 * 60 * 1000;

const sealSoFar = ({ laksa, tenant, of }: Enrolling, { passwordHash, factor, isProved }: SoFar): string =>
  sealPass(
    { keyring: laksa.keyring, kind: 'enrolment', tenantId: tenant.id },
    { of, p: passwordHash, s: factor.totpSecret, c: factor.recoveryCodes.join(' '), ok: isProved },
    new Date(laksa.clock.now().getTime() + goodForMs),
  );

const openSoFar = ({ laksa, tenant, of }: Enrolling, pass: string): SoFar | null =>
  openPass({ keyring: laksa.keyring, kind: 'enrolment', tenantId: tenant.id }, pass, laksa.clock.now(), (content) => {
    const { of: whose, p, s, c, ok }: Record<string, unknown> = { ...content };
    if (whose !== of || (typeof p !== 'string' && p !== null) || typeof s !== 'string' || typeof c !== 'string')
      return null;
    return { passwordHash: p, factor: { totpSecret: s, recoveryCodes: c.split(' ') }, isProved: ok === true };
  });
