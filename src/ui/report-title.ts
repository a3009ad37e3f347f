import type { Text } from './texts/text.ts';

type Titled = { readonly title: string | null; readonly number: string };

/** What a public report is called: by its title, or by its number where it is shown without one. */
export const reportTitle = (t: Text, { title, number }: Titled): string =>
  title ?? t('publicReport.untitled', { number: inGroups(number) });

/** 3-3-4, as numbers are shown everywhere. */
const inGroups = (number: string): string => number.replace(/^(.{3})(.{3})/, '$1-$2-');
