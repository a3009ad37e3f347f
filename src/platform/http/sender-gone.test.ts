import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { afterEach, describe, expect, test, vi } from 'vitest';

import { readForm } from './form.ts';
import { anyone, atHill, testServer, type TestServer } from './testing/test-server.ts';

let running: TestServer | null = null;

afterEach(async () => {
  await running?.server.close();
  running = null;
});

describe('a form whose sender is gone before it is through', () => {
  test.each([
    ['application/x-www-form-urlencoded', 'description='],
    ['multipart/form-data; boundary=line', '--line\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'],
  ])('is nothing to wake an operator for: %s', async (contentType, begun) => {
    running = await testServer();
    const { server, logged, shown } = running;
    server.post('/form', anyone, async (request) => readForm(request));
    const address = new URL(await server.listen({ port: 0, host: '127.0.0.1' }));
    const socket = connect(Number(address.port), '127.0.0.1');
    await once(socket, 'connect');
    const head = `POST /form HTTP/1.1\r\nHost: ${atHill.host}\r\nContent-Type: ${contentType}\r\nContent-Length: 1000`;
    socket.write(`${head}\r\n\r\n${begun}`);
    await wait(200); // until the server has begun to read
    socket.destroy();
    await vi.waitFor(() => expect(shown).toMatchObject([{ status: 400 }]), { timeout: 10_000 });
    expect(logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});
