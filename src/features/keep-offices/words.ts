import { lastMoment } from '../../domain/last-day.ts';
import type { Person } from '../../platform/session/people.ts';
import { formatDate } from '../../platform/i18n/format.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { HandoverRefusal } from '../../store/post-handover.ts';
import type { OfficeRefusal } from '../../store/office-refusal.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { Text } from '../../ui/texts/text.ts';
import type { Span } from './post-queries.ts';

export type People = ReadonlyMap<string, Person>;

/** How the pages of this slice say what they read. */
export type Speaker = {
  readonly t: Text;
  /** The day of an instant, in the city's time. */
  readonly day: (instant: string) => string;
  readonly now: string;
};

export const speakerOf = ({ t, language }: PageFrame, { zone, clock }: Pick<Tenant, 'zone' | 'clock'>): Speaker => ({
  t,
  day: (instant) => formatDate(instant, zone, language),
  now: clock.now().toISOString(),
});

export const refusalWords = (t: Text, refusal: OfficeRefusal | HandoverRefusal): string => {
  const { kind } = refusal;
  if (kind === 'role_left_empty') return t(`offices.refusal.${kind}`, { role: t(`role.name.${refusal.role}`) });
  if (kind === 'has_posts') return t(`offices.refusal.${kind}`, { posts: refusal.posts.join(', ') });
  if (kind === 'touched_since')
    return t(`offices.refusal.${kind}`, { fields: refusal.fields.map((field) => fieldName(t, field)).join(', ') });
  if (kind === 'holds_work') {
    const { reports, categories } = refusal;
    return t(`offices.refusal.${kind}`, { reports: String(reports), categories: String(categories) });
  }
  return t(`offices.refusal.${kind}`);
};

export const shownFields = [
  'name',
  'shortName',
  'kind',
  'areaCode',
  'closedAt',
  'agencyId',
  'roles',
  'postId',
  'userId',
  'from',
  'until',
  'acting',
  'work',
  'reports',
] as const;

export const fieldName = (t: Text, field: string): string => {
  const known = shownFields.find((one) => one === field);
  return known === undefined ? field : t(`offices.change.field.${known}`);
};

export const personName = (t: Text, people: People, userId: string): string =>
  people.get(userId)?.name ?? t('offices.holder.unknown');

/** With the mark of a deputy, and with the end if there is one. */
export const holderWords = ({ t, day }: Speaker, people: People, span: Span): string => {
  const mark = span.acting === null ? '' : `${t(`offices.holder.mark.${span.acting}`)} `;
  const end = span.until === null ? '' : ` (${t('offices.holder.until').toLowerCase()} ${day(lastMoment(span.until))})`;
  return `${mark}${personName(t, people, span.userId)}${end}`;
};
