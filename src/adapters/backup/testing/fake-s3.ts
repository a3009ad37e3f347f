import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** How it treats the next request: refuses for the moment, cuts the line before or after it has done what was asked, or halfway through its answer. */
export type Mood = 'fine' | 'unavailable' | 'cut before' | 'cut after' | 'cut answer' | 'slow';

export type FakeS3 = {
  readonly endpoint: string;
  readonly access: { readonly region: string; readonly accessKeyId: string; readonly secretAccessKey: string };
  /** By `bucket/name`. */
  readonly objects: Map<string, { readonly content: Buffer; readonly at: Date }>;
  /** One for each of the next requests. */
  readonly moods: Mood[];
  readonly requests: () => number;
  readonly close: () => Promise<void>;
};

const access = { region: 'id-jkt-1', accessKeyId: 'AKTEST', secretAccessKey: 'a secret of the test' };
const perPage = 3;

/** An S3 server as its documents describe it (Signature Version 4, ListObjectsV2, path-style addresses), with one bucket `city`, and with moods. */
export const startFakeS3 = async (): Promise<FakeS3> => {
  const objects: FakeS3['objects'] = new Map();
  const moods: Mood[] = [];
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    void answer(request, response, { objects, mood: moods.shift() });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    access,
    objects,
    moods,
    requests: () => requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

type Ground = { readonly objects: FakeS3['objects']; readonly mood: Mood | undefined };

const answer = async (request: IncomingMessage, response: ServerResponse, { objects, mood }: Ground): Promise<void> => {
  const body = await buffer(request);
  if (mood === 'cut before') return void request.socket.destroy();
  if (mood === 'slow') await new Promise((resolve) => setTimeout(resolve, 300));
  if (mood === 'unavailable') return void response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>');
  const { status, content } = isSigned(request, body)
    ? perform(request, body, objects)
    : { status: 403, content: Buffer.from('<Error><Code>SignatureDoesNotMatch</Code></Error>') };
  if (mood === 'cut after') return void request.socket.destroy();
  response.writeHead(status, { 'content-length': content.length });
  if (mood !== 'cut answer') return void response.end(content);
  response.write(content.subarray(0, content.length / 2));
  setTimeout(() => request.socket.destroy(), 20);
};

const perform = (request: IncomingMessage, body: Buffer, objects: FakeS3['objects']) => {
  const url = new URL(request.url ?? '', 'http://s3');
  const [bucket, ...words] = decodeURIComponent(url.pathname).slice(1).split('/');
  if (bucket !== 'city') return { status: 404, content: Buffer.from('<Error><Code>NoSuchBucket</Code></Error>') };
  const key = words.join('/');
  if (key === '') return { status: 200, content: Buffer.from(listed(objects, url.searchParams)) };
  if (request.method === 'PUT') objects.set(key, { content: body, at: new Date() });
  if (request.method === 'DELETE') objects.delete(key);
  const found = objects.get(key);
  if (request.method !== 'GET') return { status: request.method === 'PUT' ? 200 : 204, content: Buffer.alloc(0) };
  return found === undefined
    ? { status: 404, content: Buffer.from('<Error><Code>NoSuchKey</Code></Error>') }
    : { status: 200, content: found.content };
};

const listed = (objects: FakeS3['objects'], query: URLSearchParams): string => {
  const after = query.get('continuation-token') ?? '';
  const all = [...objects].filter(([key]) => key.startsWith(query.get('prefix') ?? '') && key > after);
  const page = all.toSorted(([a], [b]) => (a < b ? -1 : 1)).slice(0, perPage);
  const isCut = page.length < all.length;
  const entries = page.map(
    ([key, { content, at }]) =>
      `<Contents><Key>${key.replaceAll('&', '&amp;')}</Key><LastModified>${at.toISOString()}</LastModified><Size>${content.length}</Size></Contents>`,
  );
  const next = isCut ? `<NextContinuationToken>${page.at(-1)?.[0]}</NextContinuationToken>` : '';
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${isCut}</IsTruncated>${next}${entries.join('')}</ListBucketResult>`;
};

/** Counted anew from the request, step by step as "Create a signed AWS API request" has it; the content must be what its hash says. */
const isSigned = (request: IncomingMessage, body: Buffer): boolean => {
  const [, keyId, date = '', region = '', names = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    ) ?? [];
  const payload = String(request.headers['x-amz-content-sha256']);
  if (payload !== 'UNSIGNED-PAYLOAD' && payload !== sha256(body)) return false;
  if (request.method === 'PUT' && payload === 'UNSIGNED-PAYLOAD') return false;
  const url = new URL(request.url ?? '', 'http://s3');
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&');
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [request.method, url.pathname, query, headers.join(''), names, payload].join('\n');
  const scope = `${date}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = [date, region, 's3', 'aws4_request'].reduce(hmac, Buffer.from(`AWS4${access.secretAccessKey}`));
  return keyId === access.accessKeyId && region === access.region && hmac(key, toSign).toString('hex') === signature;
};

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
