import type { ApiOperation } from './api-document.ts';

type Described = Pick<ApiOperation, 'method' | 'path' | 'key' | 'example'> & Partial<Pick<ApiOperation, 'isForm'>>;

/** A line for a shell that does what the operation says. The key and a number come from the shell's own LAKSA_KEY and NUMBER. */
export const curlOf = ({ method, path, key, example, isForm = false }: Described, origin: string): string =>
  [
    'curl',
    ...(method === 'GET' ? [] : ['-X', method]),
    ...(key === 'needed' || example !== undefined ? ['-H', '"Authorization: Bearer $LAKSA_KEY"'] : []),
    ...(isForm ? ['-F', '"number=$NUMBER"', '-F', 'file=@foto.jpg'] : []),
    ...(example === undefined ? [] : ['-H', "'Content-Type: application/json'", '-d', quoted(JSON.stringify(example))]),
    `"${origin}${path.replaceAll('{number}', '$NUMBER')}"`,
  ].join(' ');

/** In single quotes a shell changes nothing but a single quote itself. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
