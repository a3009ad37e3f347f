import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { freePort } from './service.ts';

const samples = join(import.meta.dirname, '..', 'deploy');

export type ProxyName = 'nginx' | 'caddy';

export type Proxy = {
  readonly origin: string;
  readonly ask: (path: string, options?: Asked) => Promise<Answer>;
  /** What it wrote down about its visitors. */
  readonly log: () => Promise<string>;
  readonly close: () => Promise<void>;
};

export type Asked = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
};

/** Whether a program of the system is here. */
export const isHere = (program: string): boolean => {
  try {
    return execFileSync('which', [program], { stdio: 'pipe' }).length > 0;
  } catch {
    return false;
  }
};

/** The sample of `deploy/` in front of a port of this machine: its own words, with other ports, and a certificate made for it. */
export const startProxy = async (name: ProxyName, upstream: number): Promise<Proxy> => {
  const folder = await mkdtemp(join(tmpdir(), 'laksa proxy '));
  const port = await freePort();
  makeCertificate(folder);
  const child = await { nginx: startNginx, caddy: startCaddy }[name]({ folder, port, upstream });
  const origin = `https://localhost:${port}`;
  const proxy: Proxy = {
    origin,
    ask: (path, options = {}) => ask(`${origin}${path}`, options),
    log: () => readFile(join(folder, 'visitors.log'), 'utf8'),
    close: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
  await untilListening(proxy);
  return proxy;
};

type Place = { readonly folder: string; readonly port: number; readonly upstream: number };

const startNginx = async ({ folder, port, upstream }: Place): Promise<ChildProcess> => {
  const sample = (await readFile(join(samples, 'nginx', 'laksa.conf'), 'utf8'))
    .replace('127.0.0.1:3000', `127.0.0.1:${upstream}`)
    .replaceAll(/listen \[::\].*\n/g, '')
    .replace('listen 80;', `listen 127.0.0.1:${await freePort()};`)
    .replace('listen 443 ', `listen 127.0.0.1:${port} `)
    .replaceAll('lapor.example.go.id;', 'localhost;')
    .replace(/ssl_certificate .*;/, `ssl_certificate "${folder}/certificate.pem";`)
    .replace(/ssl_certificate_key .*;/, `ssl_certificate_key "${folder}/key.pem";`)
    .replace('/var/log/nginx/laksa.log', `"${folder}/visitors.log"`)
    .replace('/opt/laksa/deploy', `"${samples}`)
    .replace('/nginx;', '/nginx";');
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path "${folder}/${kind}";`,
  );
  const whole = `daemon off; master_process off; pid "${folder}/pid"; error_log stderr; events {} http { ${folders.join(' ')} ${sample} }`;
  await writeFile(join(folder, 'nginx.conf'), whole);
  return spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder], { stdio: 'ignore' });
};

const startCaddy = async ({ folder, port, upstream }: Place): Promise<ChildProcess> => {
  const sample = (await readFile(join(samples, 'caddy', 'Caddyfile'), 'utf8'))
    .replace(
      'lapor.example.go.id {',
      `https://localhost:${port} {\n\ttls "${folder}/certificate.pem" "${folder}/key.pem"`,
    )
    .replace('127.0.0.1:3000', `127.0.0.1:${upstream}`)
    .replace('/var/log/caddy/laksa.log', `"${folder}/visitors.log"`)
    .replace('/opt/laksa/deploy/nginx', `"${samples}/nginx"`);
  await writeFile(join(folder, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${sample}`);
  const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  return spawn('caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], {
    stdio: 'ignore',
    env,
  });
};

const makeCertificate = (folder: string): void => {
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...names, ...files], {
    stdio: 'pipe',
  });
};

const untilListening = async (proxy: Proxy): Promise<void> => {
  for (let left = 100; left > 0; left -= 1) {
    if ((await proxy.ask('/').catch(() => null)) !== null) return;
    await pause(100);
  }
  throw new Error('the proxy does not listen');
};

const ask = (url: string, { method = 'GET', headers = {}, body }: Asked): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asking = request(url, { method, headers, rejectUnauthorized: false }, (answer) => {
      let said = '';
      answer.setEncoding('utf8').on('data', (words: string) => (said += words));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: said }));
      answer.on('error', reject);
    });
    asking.on('error', reject);
    asking.end(body);
  });
