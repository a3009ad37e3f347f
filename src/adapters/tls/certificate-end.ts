import { connect } from 'node:tls';

const patienceMs = 5_000;

/** Until when the certificate of an address with https is good; null where it could not be read. One that nobody trusts is read too: when it ends is asked, not whose it is. */
export const certificateEnd = (origin: string): Promise<Date | null> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(origin);
    const host = hostname.replace(/^\[|\]$/g, '');
    const socket = connect({ host, servername: host, port: Number(port || 443), rejectUnauthorized: false });
    const settle = (end: Date | null): void => {
      socket.destroy();
      resolve(end);
    };
    socket.setTimeout(patienceMs, () => settle(null));
    socket.once('error', () => settle(null));
    socket.once('secureConnect', () => {
      const { valid_to: until } = socket.getPeerCertificate();
      settle(Number.isNaN(Date.parse(until)) ? null : new Date(until));
    });
  });
