import type { FastifyRequest } from 'fastify';

import { formatMoment } from '../../platform/i18n/format.ts';
import type { OpenSession } from '../../platform/session/own-sessions.ts';
import { mayHavePasskeys, type Passkey } from '../../platform/session/passkeys.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { staffOf } from '../../store/identity.ts';
import type { SignInEvent } from '../../store/sign-in-event.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { AccountProps } from './account.view.tsx';
import type { Outcome } from './means.ts';

type Kept = {
  readonly name: string;
  readonly codesLeft: number;
  readonly sessions: readonly OpenSession[];
  readonly passkeys: readonly Passkey[];
  readonly cities: readonly Pick<Tenant, 'origin' | 'name'>[];
  readonly events: readonly SignInEvent[];
  readonly now: Date;
  readonly done: Outcome | undefined;
};

/** From here on the page asks for new codes. */
const fewCodes = 3;

/** Rows in, words out. */
export const accountProps = (frame: PageFrame, request: FastifyRequest, kept: Kept): AccountProps => {
  const { t, language } = frame;
  const { tenant } = request;
  const { login, sessionId } = staffOf(request);
  const moment = (at: Date): string => formatMoment(at.toISOString(), tenant.zone, language, kept.now.toISOString());
  const device = (words: string): string => (words === '' ? t('account.session.unknown') : words);
  const cityAt = (origin: string): string => kept.cities.find((city) => city.origin === origin)?.name ?? origin;
  return {
    frame,
    name: kept.name,
    login,
    codes: { left: kept.codesLeft, areFew: kept.codesLeft <= fewCodes },
    sessions: kept.sessions.map((session) => ({
      id: session.id,
      device: device(session.device),
      since: moment(session.since),
      seen: moment(session.seenAt),
      city: cityAt(session.origin),
      isThis: session.id === sessionId,
    })),
    passkeys: kept.passkeys.map((key) => ({
      id: key.id,
      name: key.name,
      place: key.rpId,
      added: moment(key.createdAt),
      used: key.lastUsedAt === null ? null : moment(key.lastUsedAt),
    })),
    mayAddPasskey: mayHavePasskeys(tenant.origin),
    events: kept.events.map((event) => ({
      id: event.id,
      at: moment(event.at),
      device: device(event.device),
      what: t(`account.event.${event.kind}`, { detail: event.detail ?? '' }),
    })),
    done: kept.done,
  };
};
