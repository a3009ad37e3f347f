import { daysLater } from '../../domain/calendar.ts';
import { lastDayOf, lastMoment } from '../../domain/last-day.ts';
import { holdsAt } from '../../domain/office.ts';
import { localDay } from '../../domain/time.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { readKeysEnding, type EndingKey } from '../../store/api-key-warning.ts';
import { administrator } from '../../store/identity.ts';
import { renderDocument } from '../../ui/render.ts';
import type { Text } from '../../ui/texts/text.ts';
import { readUnheldAgencies } from './agency-queries.ts';
import { HomePage, type HomeProps, type Waiting } from './home.view.tsx';
import { agenciesPath, changesPath, handoverPath, homePath, postsPath } from './means.ts';
import type { KeepOfficesMeans } from './means.ts';
import { readPosts, type PostRow } from './post-queries.ts';
import { personName, speakerOf, type People, type Speaker } from './words.ts';

/** The first page of the administration. */
export const homeRoutes = (server: Server, laksa: KeepOfficesMeans): void => {
  server.get(homePath, administrator, async (request, reply) => {
    const { tenant } = request;
    const now = tenant.clock.now();
    const { posts, unheld, keys } = await laksa.database.inTenant(
      tenant.id,
      async (tx) => ({
        posts: await readPosts(tx, tenant.id, { now }),
        unheld: await readUnheldAgencies(tx, tenant.id, now),
        keys: await readKeysEnding(tx, tenant, new Date(now.getTime() + soonDays * 24 * 60 * 60 * 1000)),
      }),
      { readOnly: true },
    );
    const frame = laksa.frame(request);
    const speaker = speakerOf(frame, tenant);
    const ending = endingSoon(posts, speaker.now, tenant.zone);
    const people = await laksa.sessions.people(ending.map(({ span }) => span.userId));
    const vacant = posts.filter((post) => post.open > 0 && isVacant(post, speaker.now));
    const waits = waitsOf(speaker.t, {
      vacant: vacant.map((post) => vacancy(speaker.t, post)),
      ending: ending.map((one) => endingWords(speaker, people, one)),
      keys: keys.map((key) => endingKey(speaker, key)),
      routed: unheld.map(({ slug, name }) => ({ href: `${agenciesPath}/${slug}`, name, text: null })),
    });
    return sendPage(reply, renderDocument(<HomePage frame={frame} waits={waits} pages={pagesOf(speaker.t)} />));
  });
};

const waitingKinds = ['vacant', 'ending', 'keys', 'routed'] as const;

const waitsOf = (
  t: Text,
  waiting: Readonly<Record<(typeof waitingKinds)[number], readonly Waiting[]>>,
): HomeProps['waits'] =>
  waitingKinds
    .filter((kind) => waiting[kind].length > 0)
    .map((kind) => ({ title: t(`offices.home.group.${kind}`), things: waiting[kind] }));

const isVacant = ({ spans }: PostRow, now: string): boolean => !spans.some((span) => holdsAt(span, now));

const vacancy = (t: Text, { slug, name, open }: PostRow): Waiting => ({
  href: `${postsPath}/${slug}`,
  name,
  text: t('offices.home.open', { count: open }),
});

const soonDays = 14;

const endingSoon = (posts: readonly PostRow[], now: string, zone: string) => {
  const limit = daysLater(localDay(now, zone), soonDays);
  return posts.flatMap((post) =>
    post.spans
      .filter((span) => holdsAt(span, now) && span.until !== null && lastDayOf(span.until, zone) <= limit)
      .map((span) => ({ post, span, until: span.until ?? now })),
  );
};

const endingWords = (
  { t, day }: Speaker,
  people: People,
  { post, span, until }: ReturnType<typeof endingSoon>[number],
): Waiting => ({
  href: `${postsPath}/${post.slug}`,
  name: post.name,
  text: t('offices.home.ending', { person: personName(t, people, span.userId), day: day(lastMoment(until)) }),
});

const endingKey = ({ t, day }: Speaker, { post, expiresAt }: Pick<EndingKey, 'post' | 'expiresAt'>): Waiting => ({
  href: '/kelola/kunci',
  name: post,
  text: t('offices.home.keyEnding', { day: day(lastMoment(expiresAt)) }),
});

const pagesOf = (t: Text): HomeProps['pages'] => [
  { href: agenciesPath, label: t('offices.agency.title'), text: t('offices.home.page.agencies') },
  { href: postsPath, label: t('offices.post.title'), text: t('offices.home.page.posts') },
  { href: handoverPath, label: t('offices.handover.title'), text: t('offices.home.page.handover') },
  { href: changesPath, label: t('offices.change.title'), text: t('offices.home.page.changes') },
  { href: '/kelola/orang', label: t('people.title'), text: t('offices.home.page.people') },
  { href: '/kelola/kunci', label: t('apiKey.title'), text: t('offices.home.page.keys') },
  { href: '/kelola/janji', label: t('promises.desk.title'), text: t('offices.home.page.promises') },
  { href: '/kelola/surat', label: t('wording.title'), text: t('offices.home.page.letters') },
  { href: '/kelola/piket', label: t('duty.title'), text: t('offices.home.page.duty') },
  { href: '/kelola/siap', label: t('readiness.title'), text: t('offices.home.page.readiness') },
  { href: '/kelola/pekerjaan', label: t('jobs.title'), text: t('offices.home.page.jobs') },
];
