import { connect } from 'node:tls';

const patienceMs = 5_000;

/** Until when a certificate is good, or why it could not be read. */
export type CertificateEnd = { readonly until: Date } | { readonly why: string };

/** Asked of whoever answers at an address with https. One that nobody trusts is read too: when it ends is asked, not whose it is. */
export const certificateEnd = (origin: string): Promise<CertificateEnd> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(origin);
    const host = hostname.replace(/^\[|\]$/g, '');
    const socket = connect({ host, servername: host, port: Number(port || 443), rejectUnauthorized: false });
    const settle = (end: CertificateEnd): void => {
      socket.destroy();
      resolve(end);
    };
    socket.setTimeout(patienceMs, () => settle({ why: `no answer in ${patienceMs / 1000} s` }));
    socket.once('error', ({ message }) => settle({ why: message }));
    socket.once('secureConnect', () => {
      const { valid_to: until } = socket.getPeerCertificate();
      settle(Number.isNaN(Date.parse(until)) ? { why: 'its certificate names no end' } : { until: new Date(until) });
    });
  });
