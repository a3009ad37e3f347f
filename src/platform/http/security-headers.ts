import type { FastifyInstance, FastifyReply } from 'fastify';
import helmet from '@fastify/helmet';

/** Everything from our own address, nothing inline. */
const contentSecurityPolicy = [
  "default-src 'none'",
  ...['style', 'script', 'img', 'font', 'connect', 'manifest', 'worker'].map((kind) => `${kind}-src 'self'`),
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
export const sendSecurityHeaders = async (server: FastifyInstance): Promise<void> => {
  await server.register(helmet, {
    contentSecurityPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: false,
  });
  server.addHook('onRequest', async (_request, reply) => {
    sendOwnHeaders(reply);
  });
};

/** The three; alone where no hook runs. */
export const sendOwnHeaders = (reply: FastifyReply): FastifyReply =>
  reply
    .header('content-security-policy', contentSecurityPolicy)
    .header('permissions-policy', permissionsPolicy)
    .header('x-request-id', reply.request.id);
