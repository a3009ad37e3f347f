import { STATUS_CODES } from 'node:http';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Language } from '../i18n/language.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { languageOf } from './asked-language.ts';
import type { KeptForm } from './kept-form.ts';
import { noteRefusal } from './refusal.ts';

declare module 'fastify' {
  interface FastifyInstance {
    renderErrorPage: RenderErrorPage;
  }
  interface FastifyRequest {
    /** Whether a machine asks: it gets problem+json where a person gets a page. */
    readonly isApi: boolean;
  }
}

/** What went wrong, in terms that may be shown: never a stack, a query or a path. */
export type Failure = {
  readonly status: number;
  /** A word for machines; without it, one that follows from the status. */
  readonly kind?: string;
  /** A sentence for the caller. */
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
  readonly retryAfterSeconds?: number;
  /** What was typed, to be sent again from the page that says 503. */
  readonly kept?: KeptForm | null;
  /** Which of our troubles it is, for whoever counts; the caller is not told. */
  readonly counted?: 'overload' | 'outage';
};

/** `field` is a path of the request body: `publish.title`. */
export type FieldProblem = { readonly field: string; readonly message: string };

export type ErrorPageProps = {
  readonly status: number;
  /** The word for machines, where one was given. */
  readonly kind: string | null;
  /** Null when the host is nobody's, or when the database could not say whose it is. */
  readonly tenant: Tenant | null;
  readonly language: Language;
  readonly requestId: string;
  /** Whether a form was sent: what was typed is then still in the browser, one step back. */
  readonly wasPosting: boolean;
  readonly retryAfterSeconds: number | null;
  /** Null: nothing was sent, or it is better not repeated. */
  readonly kept: KeptForm | null;
};

export type RenderErrorPage = (props: ErrorPageProps) => string;

export const decorateForErrors = (server: FastifyInstance, renderErrorPage: RenderErrorPage): void => {
  server.decorate('renderErrorPage', renderErrorPage);
  server.decorateRequest('isApi', {
    getter() {
      return comesFromMachine(this);
    },
  });
};

const comesFromMachine = ({ url }: FastifyRequest): boolean => url.startsWith('/api/');

/**
 * Answers with a failure in the caller's own shape: problem+json under `/api/`, a page elsewhere. Never cached. Looks at nothing that a hook or a
 * decoration has put on the request: where the router could not read the address there are none, and a throw there would end the process.
 */
export const sendFailure = (reply: FastifyReply, failure: Failure): FastifyReply => {
  reply.header('cache-control', 'no-store');
  noteRefusal(reply, failure.counted ?? failure.kind ?? kindOf(failure.status));
  return comesFromMachine(reply.request) ? sendProblem(reply, failure) : sendErrorPage(reply, failure);
};

/** RFC 9457. `instance` is the request's id, which the log has too. */
export const sendProblem = (reply: FastifyReply, failure: Failure): FastifyReply => {
  const { status, kind = kindOf(status), detail, errors } = failure;
  const title = STATUS_CODES[status] ?? 'Error';
  const body = { type: 'about:blank', title, status, kind, detail, errors, instance: `urn:uuid:${reply.request.id}` };
  return withRetryAfter(reply, failure).code(status).type('application/problem+json').send(JSON.stringify(body));
};

const sendErrorPage = (reply: FastifyReply, failure: Failure): FastifyReply => {
  const { request } = reply;
  const page = reply.server.renderErrorPage({
    status: failure.status,
    kind: failure.kind ?? null,
    tenant: request.tenant ?? null,
    language: languageOf(request),
    requestId: request.id,
    wasPosting: request.method === 'POST',
    retryAfterSeconds: failure.retryAfterSeconds ?? null,
    kept: failure.status === 503 ? (failure.kept ?? null) : null,
  });
  return withRetryAfter(reply, failure).code(failure.status).type('text/html; charset=utf-8').send(page);
};

const withRetryAfter = (reply: FastifyReply, { retryAfterSeconds }: Failure): FastifyReply =>
  retryAfterSeconds === undefined ? reply : reply.header('retry-after', String(Math.ceil(retryAfterSeconds)));

const kindOf = (status: number): string => (STATUS_CODES[status] ?? 'error').toLowerCase().replaceAll(/[^a-z]+/g, '_');
