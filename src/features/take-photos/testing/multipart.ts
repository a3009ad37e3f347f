import type { InjectOptions } from 'fastify';

import type { Tenant } from '../../../platform/tenant/tenant.ts';

export type SentPart = { readonly name: string; readonly value: string | Buffer; readonly file?: string };

const boundary = 'a-line-that-nobody-types';

const bytesOf = ({ name, value, file }: SentPart): readonly Buffer[] => [
  Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"\r\nContent-Type: application/octet-stream`}\r\n\r\n`,
  ),
  Buffer.from(value),
  Buffer.from('\r\n'),
];

/** A form as a browser sends it, with files; the type of a file is a lie, as it may be. */
export const multipartTo = (
  { origin }: Tenant,
  url: string,
  parts: readonly SentPart[],
  cookie = '',
): InjectOptions & { readonly payload: Buffer } => ({
  method: 'POST',
  url,
  headers: {
    host: new URL(origin).host,
    origin,
    cookie,
    'content-type': `multipart/form-data; boundary=${boundary}`,
  },
  payload: Buffer.concat([...parts.flatMap(bytesOf), Buffer.from(`--${boundary}--\r\n`)]),
});
