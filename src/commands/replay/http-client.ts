import { Agent, request as ask, type IncomingHttpHeaders } from 'node:http';
import { Agent as SecureAgent, request as askSecurely } from 'node:https';

export type Asked = {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
};

export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

export type HttpClient = {
  /** One request, one answer; redirects are not followed. Rejects when no answer came: nobody listens, or the line broke. */
  readonly send: (asked: Asked) => Promise<Answer>;
  readonly close: () => void;
};

export type HttpClientOptions = {
  /** `http://127.0.0.1:3000` */
  readonly origin: string;
  /** The host asked for, where it is not the one that is reached. */
  readonly host?: string;
  readonly connections: number;
  readonly timeoutMs?: number;
};

/** How long an answer may take: far longer than any page, shorter than a person's evening. */
const patienceMs = 30_000;

/** Connections that are kept, like a browser's, and nothing else that a browser does. */
export const openHttp = ({ origin, host, connections, timeoutMs = patienceMs }: HttpClientOptions): HttpClient => {
  const url = new URL(origin);
  const isSecure = url.protocol === 'https:';
  const agent = new (isSecure ? SecureAgent : Agent)({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  const start = isSecure ? askSecurely : ask;
  const send = ({ method = 'GET', path, headers = {}, body }: Asked): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const sent = start(new URL(path, url), {
        agent,
        method,
        headers: { ...(host === undefined ? {} : { host }), ...length, ...headers },
        signal: AbortSignal.timeout(timeoutMs),
      });
      sent.on('error', reject);
      sent.on('response', (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
      });
      sent.end(body);
    });
  return { send, close: () => agent.destroy() };
};
