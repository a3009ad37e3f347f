import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

import type { Server } from '../../platform/http/server.ts';

export type Question = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: IncomingHttpHeaders;
  readonly payload?: string | object;
};

export type Answer = {
  readonly statusCode: number;
  readonly headers: OutgoingHttpHeaders;
  /** Byte by byte, so that words inside a picture are found, too. */
  readonly body: string;
};

/** Asks one city as one viewer. */
export type Ask = (question: Question) => Promise<Answer>;

/** How long one listens to a stream that does not end. */
const listenMs = 400;

/** Asks the site without a network; of a live stream what it says within a moment. */
export const askSite = async (app: Server, question: Question, from: string): Promise<Answer> => {
  const response = await app.inject({ ...question, remoteAddress: from, payloadAsStream: true });
  const stream = response.stream();
  const isLive = String(response.headers['content-type'] ?? '').startsWith('text/event-stream');
  const stop = isLive ? setTimeout(() => stream.destroy(), listenMs) : undefined;
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  } catch (error) {
    if (!isLive) throw error;
  } finally {
    clearTimeout(stop);
  }
  return { statusCode: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString('latin1') };
};
