import { randomBytes } from 'node:crypto';

export type FormData = Readonly<Record<string, string>>;

/** A form as a browser sends it: `multipart/form-data`, every line of a text ended by CR LF. */
export const multipartOf = (
  fields: FormData,
): { readonly body: string; readonly headers: Readonly<Record<string, string>> } => {
  const boundary = `----laksa${randomBytes(12).toString('hex')}`;
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${browserLines(value)}\r\n`,
  );
  return {
    body: `${parts.join('')}--${boundary}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
};

const browserLines = (text: string): string => text.replaceAll(/\r\n?|\n/g, '\r\n');
