import type { FastifyRequest } from 'fastify';

import { lastMoment } from '../../domain/last-day.ts';
import { formatDate } from '../../platform/i18n/format.ts';
import { callerOf } from '../../platform/session/cookies.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { OfferedPost, OpenInvitation } from '../../store/answer-invitation.ts';
import { firstStep } from '../../store/enrolment.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { AnswerShown, Offer } from './invitation.view.tsx';
import type { AcceptInvitationMeans } from './means.ts';

/** An invitation that can be answered, and the link that leads to it. */
export type Asked = { readonly id: string; readonly pass: string; readonly open: OpenInvitation };

export const invitationPath = (pass: string): string => `/petugas/undangan/${pass}`;

/** How it can be answered: by who is signed in, whoever that is; by an account of that address, where there is one; else by a new one. */
export const answerOf = async (
  laksa: AcceptInvitationMeans,
  request: FastifyRequest,
  { open }: Asked,
): Promise<AnswerShown> => {
  const signedIn = await laksa.sessions.read(callerOf(request));
  if (signedIn !== null) return { kind: 'signed_in', login: signedIn.login };
  const { name, address: login } = open.invited;
  const [account] = await laksa.sessions.peopleByLogin([login]);
  if (account?.hasSecondFactor === true) return { kind: 'sign_in', isTaken: false };
  return { kind: 'enrol', form: firstStep({ password: { kind: 'new', name }, login }) };
};

export const offerOf = ({ t, city, language }: PageFrame, tenant: Tenant, { open }: Asked): Offer => {
  const day = (at: string): string => formatDate(at, tenant.zone, language);
  const { inviter } = open.invited;
  return {
    by:
      inviter === null
        ? t('invitation.byOperator', { city: city.name })
        : t('invitation.by', { name: inviter, city: city.name }),
    posts: open.posts.map((post) => spanWords(post)),
    login: open.invited.address,
  };

  function spanWords({ name: post, from, until }: OfferedPost): string {
    if (until === null) return t('invitation.span.from', { post, from: day(from.toISOString()) });
    return t('invitation.span.both', { post, from: day(from.toISOString()), until: day(lastMoment(until)) });
  }
};
