import type { Language } from '../platform/i18n/language.ts';
import type { Text } from './texts/text.ts';

type Titled = { readonly title: string | null; readonly number: string };

/** What a public report is called: by its title, or by its number where it is shown without one. */
export const reportTitle = (t: Text, { title, number }: Titled): string =>
  title ?? t('publicReport.untitled', { number: inGroups(number) });

type Listed = Titled & { readonly category: Readonly<Record<Language, string>> | null };
type Reader = { readonly t: Text; readonly language: Language };

/** What it is called among others: without a title by what it is about, for its number tells nobody which it is. */
export const listedTitle = ({ t, language }: Reader, { category, ...report }: Listed): string =>
  report.title ?? category?.[language] ?? reportTitle(t, report);

/** 3-3-4, as numbers are shown everywhere. */
const inGroups = (number: string): string => number.replace(/^(.{3})(.{3})/, '$1-$2-');
