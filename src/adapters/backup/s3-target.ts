import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';

import type { BackupTarget, StoredObject } from '../../platform/backup/target.ts';

export type S3Access = {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

type Bucket = { readonly client: AwsClient; readonly url: string; readonly prefix: string };

/** A line that is cut or an answer 5xx is asked again, later each time: about half a minute in all. */
const retries = 8;
const firstRetryMs = 100;
/** An answer that does not come is a line that is cut. */
const patienceMs = 60_000;

/** Backups in a bucket of any server that speaks S3. `place`: `s3://bucket/prefix`. */
export const s3Target = (place: string, access: S3Access): BackupTarget => {
  const bucket = openBucket(place, access);
  return {
    shown: place,
    put: (name, content) => put(bucket, name, content),
    get: (name) => get(bucket, name),
    list: (prefix) => list(bucket, prefix),
    remove: async (name) => void (await ask(bucket, name, { method: 'DELETE' })),
  };
};

const openBucket = (place: string, { endpoint, region, accessKeyId, secretAccessKey }: S3Access): Bucket => {
  const [name = '', ...prefix] = place
    .slice('s3://'.length)
    .split('/')
    .filter((word) => word !== '');
  // Each try waits for its own answer, so it is repeated here and not by the library.
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  return { client, url: `${endpoint.replace(/\/$/, '')}/${name}/`, prefix: prefix.map((word) => `${word}/`).join('') };
};

const put = async (bucket: Bucket, name: string, content: Uint8Array): Promise<void> => {
  const body = Buffer.from(content);
  const sha256 = createHash('sha256').update(body).digest('hex');
  await ask(bucket, name, { method: 'PUT', body, headers: { 'x-amz-content-sha256': sha256 } });
};

const get = async (bucket: Bucket, name: string): Promise<Buffer | null> => {
  const answer = await ask(bucket, name, { method: 'GET' });
  return answer.status === 404 ? null : answer.body;
};

async function* list(bucket: Bucket, prefix: string): AsyncGenerator<StoredObject> {
  for (let token: string | undefined = ''; token !== undefined;) {
    const query = new URLSearchParams({ 'list-type': '2', prefix: `${bucket.prefix}${prefix}` });
    if (token !== '') query.set('continuation-token', token);
    const { body } = await ask(bucket, null, { method: 'GET', query });
    const page = body.toString('utf8');
    yield* objectsOn(page, bucket.prefix);
    token = textOf(page, 'NextContinuationToken');
  }
}

function* objectsOn(page: string, prefix: string): Generator<StoredObject> {
  for (const [, entry = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
    const [key, bytes, at] = [textOf(entry, 'Key'), textOf(entry, 'Size'), textOf(entry, 'LastModified')];
    if (key?.startsWith(prefix) !== true || bytes === undefined || at === undefined)
      throw new Error('the S3 server gave a list that is not understood');
    yield { name: key.slice(prefix.length), bytes: Number(bytes), at: new Date(at) };
  }
}

/** Names of ours need no escaping; a prefix that somebody chose may. */
const textOf = (xml: string, element: string): string | undefined =>
  new RegExp(`<${element}>([^<]*)</${element}>`)
    .exec(xml)?.[1]
    ?.replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

type Asked = {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  readonly body?: Buffer<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: URLSearchParams;
};

type Answer = { readonly status: number; readonly body: Buffer };

/** `name` null: the bucket itself. A refusal is thrown at once, a failure after it was tried again. Whatever is asked may be asked twice. */
const ask = async (bucket: Bucket, name: string | null, asked: Asked): Promise<Answer> => {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await tryOnce(bucket, name, asked).catch((error: unknown) => {
      if (attempt >= retries) throw new Error(`${new URL(bucket.url).host} does not answer`, { cause: error });
      return null;
    });
    if (answer !== null && (answer.status < 300 || mayBeAbsent(name, asked, answer))) return answer;
    if (answer !== null && (attempt >= retries || (answer.status < 500 && answer.status !== 429)))
      throw refusal(answer);
    await new Promise((resolve) => setTimeout(resolve, firstRetryMs * 2 ** attempt));
  }
};

/** An object may be absent; a bucket may not. */
const mayBeAbsent = (name: string | null, { method }: Asked, { status }: Answer): boolean =>
  status === 404 && name !== null && method !== 'PUT';

const tryOnce = async ({ client, url, prefix }: Bucket, name: string | null, asked: Asked): Promise<Answer> => {
  const path = name === null ? `?${asked.query}` : `${prefix}${name}`.split('/').map(encodeURIComponent).join('/');
  const response = await client.fetch(`${url}${path}`, {
    method: asked.method,
    signal: AbortSignal.timeout(patienceMs),
    ...(asked.headers === undefined ? {} : { headers: asked.headers }),
    ...(asked.body === undefined ? {} : { body: asked.body }),
  });
  // A line cut in the middle of the answer is a failure as well.
  return { status: response.status, body: Buffer.from(await response.arrayBuffer()) };
};

const refusal = ({ status, body }: Answer): Error =>
  new Error(`the S3 server answered ${status} ${textOf(body.toString('utf8'), 'Code') ?? ''}`.trim());
