import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/** One letter as it came over the wire. */
export type Received = { readonly from: string; readonly to: readonly string[]; readonly data: string };

/** A command of RFC 5321 up to its first blank; 'BODY' is the end of the data. */
export type Step = 'CONNECT' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'BODY';

/** A reply instead of the good one; a drop of the connection; or no answer at all. */
export type Misbehaviour = { readonly at: Step; readonly answer: string | 'drop' | 'silence' };

export type FakeSmtp = {
  readonly url: string;
  readonly received: readonly Received[];
  /** Once or, with `times`, several times; then it behaves again. */
  misbehave(how: Misbehaviour, times?: number): void;
  stop(): Promise<void>;
};

type Fault = { readonly how: Misbehaviour; left: number };

/** A mail server that speaks RFC 5321 in clear on a port of its own, keeps what it takes, and errs on demand. */
export async function startFakeSmtp(): Promise<FakeSmtp> {
  const received: Received[] = [];
  const faults: Fault[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    converse(socket, faults, received);
  });
  await listen(server);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake mail server has no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    misbehave: (how, times = 1) => void faults.push({ how, left: times }),
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

async function listen(server: Server): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

function converse(socket: Socket, faults: readonly Fault[], received: Received[]): void {
  let letter = { from: '', to: [] as string[], data: '' };
  let isBody = false;
  let pending = '';

  function say(step: Step, good: string, then: () => void = () => undefined): void {
    const fault = faults.find(({ how, left }) => how.at === step && left > 0);
    if (fault === undefined) {
      then();
      socket.write(`${good}\r\n`);
      return;
    }
    fault.left -= 1;
    if (fault.how.answer === 'drop') socket.destroy();
    else if (fault.how.answer !== 'silence') socket.write(`${fault.how.answer}\r\n`);
  }

  function hear(line: string): void {
    const [verb = ''] = line.toUpperCase().split(/[ :]/, 1);
    const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
    if (verb === 'EHLO') say('EHLO', '250-fake\r\n250 8BITMIME');
    else if (verb === 'MAIL') say('MAIL', '250 ok', () => (letter = { from: address, to: [], data: '' }));
    else if (verb === 'RCPT') say('RCPT', '250 ok', () => letter.to.push(address));
    else if (verb === 'DATA') say('DATA', '354 go on', () => (isBody = true));
    else if (verb === 'QUIT') socket.end('221 bye\r\n');
    else socket.write(verb === 'RSET' || verb === 'NOOP' ? '250 ok\r\n' : '502 not known here\r\n');
  }

  function hearBody(line: string): void {
    if (line !== '.') {
      letter.data += `${line.startsWith('..') ? line.slice(1) : line}\r\n`;
      return;
    }
    isBody = false;
    say('BODY', '250 taken', () => received.push(letter));
  }

  socket.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (pending + chunk).split('\r\n');
    pending = lines.pop() ?? '';
    for (const line of lines) (isBody ? hearBody : hear)(line);
  });
  say('CONNECT', '220 fake mail server');
}
