import type { Text, TextKey } from './texts/text.ts';

type Item = TextKey extends infer Key ? (Key extends `readiness.item.${infer Name}.title` ? Name : never) : never;

export type ReadinessWords = {
  readonly title: string;
  readonly why: string;
  readonly where: string;
  /** A page where it is looked at or mended; null: there is none. */
  readonly href: string | null;
};

type Counts = { readonly postsUnheld: number; readonly villagesWithoutBoundary: number };

/** What an item of the list before opening is, why it matters, and where it is mended. */
export const readinessWords = (
  t: Text,
  item: Item,
  { postsUnheld, villagesWithoutBoundary }: Counts,
): ReadinessWords => {
  const counts = { posts: postsUnheld, villages: villagesWithoutBoundary };
  return {
    title: t(`readiness.item.${item}.title`),
    why: t(`readiness.item.${item}.why`, counts),
    where: t(`readiness.item.${item}.where`),
    href: pages[item] ?? null,
  };
};

const pages: Partial<Record<Item, string>> = {
  administrator: '/kelola/orang',
  agencies: '/kelola/instansi',
  data_protection: '/kelola/orang',
  posts: '/kelola/orang',
  categories: '/lapor',
  calendar: '/kelola/janji/kalender',
  next_calendar: '/kelola/janji/kalender',
  promises: '/kelola/janji',
  duty: '/kelola/piket',
};
