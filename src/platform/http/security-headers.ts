import type { FastifyInstance, FastifyReply } from 'fastify';
import helmet from '@fastify/helmet';

/** Everything from our own address, nothing inline; pictures from elsewhere only where an operator named it. */
const contentSecurityPolicy = (pictureOrigins: readonly string[]): string =>
  [
    "default-src 'none'",
    ...['style', 'script', 'img', 'font', 'connect', 'manifest', 'worker'].map((kind) =>
      [`${kind}-src 'self'`, ...(kind === 'img' ? pictureOrigins : [])].join(' '),
    ),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** A picture or a place is asked for by our own pages only; nothing else of the device is. */
const permissionsPolicy = 'geolocation=(self), camera=(self), microphone=(), payment=(), usb=()';

/**
 * Helmet's headers, and three that it does not send as we want them: the content policy as a constant (helmet puts it
 * together anew for every answer: 6 % of the floor's time), the permissions, and the request's id, which the log has too.
 * `Strict-Transport-Security` is the tenant's matter: see tenant.ts.
 */
export const sendSecurityHeaders = async (
  server: FastifyInstance,
  pictureOrigins: readonly string[] = [],
): Promise<void> => {
  const policy = contentSecurityPolicy(pictureOrigins);
  await server.register(helmet, {
    contentSecurityPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: false,
  });
  server.addHook('onRequest', async (_request, reply) => {
    sendOwnHeaders(reply, policy);
  });
};

const closedPolicy = contentSecurityPolicy([]);

/** All of them where no hook runs, and helmet's with it. */
export const sendAllHeaders = (reply: FastifyReply): FastifyReply =>
  sendOwnHeaders(reply, closedPolicy)
    .header('x-content-type-options', 'nosniff')
    .header('x-frame-options', 'DENY')
    .header('referrer-policy', 'same-origin');

const sendOwnHeaders = (reply: FastifyReply, policy: string): FastifyReply =>
  reply
    .header('content-security-policy', policy)
    .header('permissions-policy', permissionsPolicy)
    .header('x-request-id', reply.request.id);
