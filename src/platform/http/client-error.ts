import type { Socket } from 'node:net';

const statuses: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** Long enough for the answer to be read: a line that is cut while bytes of its sender lie unread is reset, and the answer with it. */
const lingerMs = 1000;

const answered = new WeakSet<Socket>();

/** Answers what is not even HTTP, or takes too long to become it; no request exists yet, so there is no page and no id. */
export const answerClientError = (error: NodeJS.ErrnoException, socket: Socket): void => {
  // What its sender goes on sending is no HTTP either.
  if (answered.has(socket)) return;
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  answered.add(socket);
  const status = statuses[error.code ?? ''] ?? '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  // Whoever sends a byte a second would go on for ever: the line is cut, and whatever reads from it hears of that.
  const cut = setTimeout(() => socket.destroy(), lingerMs);
  socket.once('close', () => clearTimeout(cut));
};
