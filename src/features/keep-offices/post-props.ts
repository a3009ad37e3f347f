import { lastMoment } from '../../domain/last-day.ts';
import { holdsAt } from '../../domain/office.ts';
import { allows, permissions } from '../../domain/permission.ts';
import { warningsOf } from '../../domain/role-warnings.ts';
import type { Role } from '../../domain/role.ts';
import type { PostWork } from '../../store/post-work.ts';
import type { Text } from '../../ui/texts/text.ts';
import type { PostPageProps, ShownHolder } from './post-page.view.tsx';
import type { PostRow, Span } from './post-queries.ts';
import type { ShownPost } from './posts.view.tsx';
import { holderWords, personName, type People, type Speaker } from './words.ts';

export const shownPost = (speaker: Speaker, people: People, post: PostRow): ShownPost => ({
  slug: post.slug,
  name: post.name,
  agency: post.agency ?? '',
  holders: post.spans.filter((span) => holdsAt(span, speaker.now)).map((span) => holderWords(speaker, people, span)),
  open: String(post.open),
  seen: seenWords(speaker, post),
});

const seenWords = ({ t, day }: Speaker, { seenAt }: PostRow): string =>
  seenAt === null ? t('offices.post.never') : day(seenAt.toISOString());

type Shown = { readonly post: PostRow; readonly people: People; readonly work: PostWork };

export const postFacts = (
  speaker: Speaker,
  { post, people, work }: Shown,
): Pick<PostPageProps, 'facts' | 'work' | 'holders' | 'may' | 'mayNot' | 'warnings'> => {
  const { t } = speaker;
  return {
    facts: [
      { term: t('offices.post.agency'), details: post.agency ?? t('offices.post.noAgency') },
      { term: t('offices.post.roles'), details: post.roles.map((role) => t(`role.name.${role}`)).join(', ') },
      { term: t('offices.post.seen'), details: seenWords(speaker, post) },
      { term: t('offices.change.field.closedAt'), details: post.closedAt && speaker.day(post.closedAt.toISOString()) },
    ],
    work: [
      ...(work.reports === 0 ? [] : [t('offices.post.work', { count: work.reports })]),
      ...(work.categories === 0 ? [] : [t('offices.post.takes', { count: work.categories })]),
    ],
    holders: post.spans
      .filter(({ from, until }) => until === null || from < until)
      .toSorted(latestFirst)
      .map((span) => shownHolder(speaker, people, { post, span })),
    ...rightsOf(t, post.roles),
    warnings: warningWords(t, post.roles),
  };
};

const latestFirst = (a: Span, b: Span): number => b.from.localeCompare(a.from);

const shownHolder = (
  { t, day, now }: Speaker,
  people: People,
  { post, span }: { readonly post: PostRow; readonly span: Span },
): ShownHolder => {
  const { id, from, until, acting } = span;
  const isOver = until !== null && until <= now;
  return {
    id,
    person: personName(t, people, span.userId),
    from: from > now ? `${day(from)} (${t('offices.holder.coming')})` : day(from),
    until: until === null ? t('offices.holder.noEnd') : day(lastMoment(until)),
    standing: acting === null ? t('offices.holder.own') : t(`offices.holder.${acting}`),
    href: isOver || post.closedAt !== null ? null : `/kelola/jabatan/${post.slug}/pemegang/${id}`,
  };
};

/** Every permission in a sentence: what roles together open, and what they leave closed. */
export const rightsOf = (t: Text, roles: readonly Role[]): Pick<PostPageProps, 'may' | 'mayNot'> => {
  const granted = permissions.filter((permission) => allows({ roles }, permission));
  return {
    may: [...roles.map((role) => t(`role.does.${role}`)), ...granted.map((permission) => t(`role.may.${permission}`))],
    mayNot: permissions
      .filter((permission) => !granted.includes(permission))
      .map((permission) => t(`role.mayNot.${permission}`)),
  };
};

export const warningWords = (t: Text, roles: readonly Role[]): readonly string[] =>
  warningsOf(roles).map((warning) => t(`role.warning.${warning}`));
