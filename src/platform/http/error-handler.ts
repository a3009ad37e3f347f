import type { FastifyError, FastifyInstance } from 'fastify';

import { loggableError } from '../log/loggable-error.ts';
import { startStopwatch } from '../log/stopwatch.ts';
import { keptFormOf } from './kept-form.ts';
import { isOutage } from '../db/outage.ts';
import { sendFailure, type Failure, type FieldProblem } from './problem.ts';
import { tooBusyCode } from './shed-load.ts';

/** Something of ours broke: what kind of error it was, never its words. */
export type OnTrouble = (trouble: { readonly kind: string; readonly requestId: string }) => void;

const troubleKind = ({ name, code }: FastifyError): string => (code === undefined ? name : `${name} ${code}`);

/** The one handler that every thrown error meets: it logs what is ours and answers without saying more than is safe. */
export const handleErrors = (server: FastifyInstance, onTrouble: OnTrouble = () => undefined): void => {
  const mayTell = onceASecond();
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    const failure = { ...(request.raw.readableAborted ? senderIsGone : failureOf(error)), kept: keptFormOf(request) };
    if (failure.status === 500) {
      request.log.error({ error: loggableError(error) }, 'failed');
      onTrouble({ kind: troubleKind(error), requestId: request.id });
    } else if (failure.status === 503 && mayTell()) request.log.error({ error: loggableError(error) }, 'unavailable');
    if (failure.status === 413) reply.header('connection', 'close'); // the rest of the body is not read
    return sendFailure(reply, failure);
  });
};

/** Who writes down each of a thousand requests a second that it cannot serve has that to do as well. What was turned away is counted by the metrics. */
const onceASecond = (): (() => boolean) => {
  let sinceTold: (() => number) | null = null;
  return () => {
    if (sinceTold !== null && sinceTold() < 1_000) return false;
    sinceTold = startStopwatch();
    return true;
  };
};

/** Somebody closed the page, or a bad line did, before the form was through: nobody reads the answer, and nothing of ours is broken. */
const senderIsGone: Failure = { status: 400 };

/** Seconds until a visitor is asked to try again: about what PostgreSQL needs to come back after a crash. */
const outageRetrySeconds = 5;
const pressureRetrySeconds = 5;

export const failureOf = (error: FastifyError): Failure => {
  if (isOutage(error)) return { status: 503, retryAfterSeconds: outageRetrySeconds, counted: 'outage' };
  if (error.code === tooBusyCode) return { status: 503, retryAfterSeconds: pressureRetrySeconds, counted: 'overload' };
  if (error.validation !== undefined) return invalid(error);
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500 ? { status } : { status: 500 };
};

/** An address that cannot be one of ours is not found; a body that says the wrong thing is 422, a query 400. */
const invalid = (error: FastifyError): Failure => {
  if (error.validationContext === 'params') return { status: 404 };
  return {
    status: error.validationContext === 'body' ? 422 : 400,
    kind: 'invalid',
    errors: (error.validation ?? []).map(toFieldProblem),
  };
};

const toFieldProblem = ({
  instancePath,
  message,
}: {
  readonly instancePath: string;
  readonly message?: string;
}): FieldProblem => ({
  field: instancePath.slice(1).replaceAll('/', '.'),
  message: message ?? 'invalid',
});
