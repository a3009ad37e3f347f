import type { FastifyReply, FastifyRequest } from 'fastify';

import { allows } from '../../domain/permission.ts';
import { formatMoment } from '../../platform/i18n/format.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { PersonPlace, StaffPerson } from '../../platform/session/find-people.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { NamedPost } from '../../store/city.ts';
import { accountsRenewing } from '../../store/sign-in-link.ts';
import { currentCity } from '../../store/current-city.ts';
import { staffOf } from '../../store/identity.ts';
import { namedProblem } from '../../ui/error-summary.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { peoplePath, type InviteStaffMeans } from './means.ts';
import { PeoplePage, type PeopleProps } from './people.view.tsx';
import { readSpans, readStaff, readWaiting, type WaitingInvitation } from './queries.ts';
import { shownPerson, spanWords } from './shown-person.ts';
import type { InvitationProblem, TypedInvitation } from './typed-invitation.ts';
import type { ShownWaiting } from './waiting.view.tsx';

type Asked = {
  readonly words: string;
  /** The last one of the page before. */
  readonly after?: string | undefined;
  readonly typed: TypedInvitation;
  readonly problems: readonly InvitationProblem[];
  readonly done?: PeopleProps['done'];
};

const onOnePage = 50;

export const sendPeople = async (
  laksa: InviteStaffMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: Asked,
): Promise<FastifyReply> => {
  const { tenant } = request;
  const frame = laksa.frame(request);
  const { posts } = await currentCity(laksa, tenant);
  const found = await findPeople(laksa, tenant, asked);
  const people = found.slice(0, onOnePage);
  const known = await laksa.database.inTenant(tenant.id, async (tx) => ({
    spans: await readSpans(
      tx,
      tenant,
      people.map(({ userId }) => userId),
    ),
    renewing: await accountsRenewing(tx, tenant),
    waiting: await readWaiting(tx, laksa, tenant),
  }));
  const props: PeopleProps = {
    frame,
    words: asked.words,
    people: people.map((person) => shownPerson(frame, tenant, person, known)),
    next: found.length > onOnePage ? nextAddress(asked.words, people.at(-1)) : undefined,
    waiting: known.waiting.map((one) => shownWaiting(frame, request, one)),
    form: {
      typed: asked.typed,
      posts: postsToGive(request, posts).map(({ slug, name }) => ({ value: slug, label: name })),
      problems: asked.problems.map((problem) => shownProblem(frame, problem)),
    },
    done: asked.done,
  };
  return sendPage(reply, renderDocument(<PeoplePage {...props} />), asked.problems.length === 0 ? 200 : 422);
};

/** Only who administers the platform gives a post of it. */
const postsToGive = (request: FastifyRequest, posts: readonly NamedPost[]): readonly NamedPost[] =>
  allows(staffOf(request).post, 'administer_platform')
    ? posts
    : posts.filter((post) => !allows(post, 'administer_platform'));

/** One more than a page holds, where there are more. */
const findPeople = async (
  { database, sessions }: InviteStaffMeans,
  tenant: Tenant,
  { words, after }: Asked,
): Promise<readonly StaffPerson[]> => {
  const userIds = await database.inTenant(tenant.id, (tx) => readStaff(tx, tenant), { readOnly: true });
  return sessions.findPeople({ userIds, words, after: placeIn(after), limit: onOnePage + 1 });
};

const nextAddress = (words: string, last: StaffPerson | undefined): string | undefined =>
  last === undefined
    ? undefined
    : `${peoplePath}?${new URLSearchParams({ ...(words === '' ? {} : { cari: words }), sesudah: `${last.userId} ${last.name}` }).toString()}`;

const placeIn = (after: string | undefined): PersonPlace | null => {
  const [, userId, name] = /^(\S{1,64}) (.*)$/s.exec(after ?? '') ?? [];
  return userId === undefined || name === undefined ? null : { userId, name };
};

const shownWaiting = (frame: PageFrame, { tenant }: FastifyRequest, one: WaitingInvitation): ShownWaiting => {
  const now = tenant.clock.now();
  const { id, name, address, expiresAt } = one;
  return {
    id,
    name,
    address,
    post: spanWords(frame, tenant, one),
    expires:
      expiresAt <= now
        ? frame.t('people.open.expired')
        : formatMoment(expiresAt.toISOString(), tenant.zone, frame.language, now.toISOString()),
  };
};

const shownProblem = ({ t }: PageFrame, { field, problem }: InvitationProblem) => {
  const text =
    problem === 'not_after' || problem === 'holds_already' || problem === 'too_often' || problem === 'platform_alone'
      ? t(`people.problem.${problem}`)
      : t(`refusal.problem.${problem}`);
  return { field, text, named: namedProblem(t(`people.field.${field}`), text) };
};
