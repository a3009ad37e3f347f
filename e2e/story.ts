import type { Page as BrowserPage } from 'playwright-core';

import type { DemoLogin } from '../src/commands/demo/demo-logins.ts';
import { loginOf, signIn } from './officer.ts';
import { formFor, type Page, type Visitor } from './visitor.ts';

/** A report as somebody types it; the mail address can be nobody's (RFC 2606). */
export const typedReport = {
  description: 'Lampu jalan di depan Puskesmas Cibodas padam sejak Senin.\nSudah dua motor jatuh di situ.',
  title: 'Lampu jalan padam',
  place: 'Depan Puskesmas Cibodas',
  name: 'Warga Contoh',
  email: 'warga@contoh.invalid',
} as const;

/** Types it into the form of the page; the title waits folded. */
export const typeReport = async (page: BrowserPage): Promise<void> => {
  const title = page.locator('[name="title"]');
  if (!(await title.isVisible())) await page.locator('details', { has: title }).locator('summary').click();
  for (const [name, value] of Object.entries(typedReport)) await page.locator(`[name="${name}"]`).fill(value);
};

/** What the offices do, one after another: who, which move, what is typed. */
export const officesDo = [
  {
    by: { role: 'verifier' },
    move: 'verify',
    typed: {
      class: 'complaint',
      category: 'lampu-jalan',
      publish: 'public',
      publish_title: 'Lampu jalan padam',
      publish_description: 'Lampu jalan di depan puskesmas padam.',
    },
  },
  { by: { role: 'coordinator' }, move: 'assign', typed: { agency: 'dinas-perhubungan' } },
  {
    by: { role: 'agency_officer', agency: 'dinas-perhubungan' },
    move: 'accept',
    typed: { message: 'Kami periksa besok pagi.' },
  },
  {
    by: { role: 'agency_officer', agency: 'dinas-perhubungan' },
    move: 'answer',
    typed: { message: 'Lampunya sudah diganti.' },
  },
  { by: { role: 'validator' }, move: 'approve', typed: {} },
] as const;

/** What happens on that way, in its order; the reporter hears of all but the answer that is not approved yet. */
const happens = ['filed', 'verified', 'assigned', 'accepted', 'answered', 'approved', 'confirmed'] as const;
/** That it was confirmed: the last letter tells of it. */
export const lastEvent = happens.length;

/** Makes a move through the page of the report, as the post that signed in. */
export const moveThroughPage = async (
  officer: Visitor,
  number: string,
  { move, typed }: { readonly move: string; readonly typed: Readonly<Record<string, string>> },
): Promise<Page> => {
  const page = await officer.get(`/petugas/laporan/${number}`);
  const made = await officer.send(formFor(page, `/petugas/laporan/${number}/${move}`), typed);
  if (made.status !== 200) throw new Error(`${move} answered ${made.status} at ${made.path}`);
  return made;
};

/** Every office does its part; each person signs in once. */
export const handleThroughPages = async (
  origin: string,
  logins: readonly DemoLogin[],
  number: string,
): Promise<void> => {
  const signedIn = new Map<string, Visitor>();
  for (const step of officesDo) {
    const login = loginOf(logins, step.by);
    const officer = signedIn.get(login.post) ?? (await signIn(origin, login));
    signedIn.set(login.post, officer);
    await moveThroughPage(officer, number, step);
  }
  for (const officer of signedIn.values()) officer.close();
};
