import { describe, expect, it } from 'vitest';

import { multipartOf } from './multipart.ts';

describe('a form as a browser sends it', () => {
  it('is read by others as it was meant, each line ended by CR LF', async () => {
    const { body, headers } = multipartOf({ description: 'Satu\ndua\r\ntiga', place: 'Jl. "Melati" <5>' });
    const read = await new Response(body, { headers }).formData();
    expect(Object.fromEntries(read)).toEqual({ description: 'Satu\r\ndua\r\ntiga', place: 'Jl. "Melati" <5>' });
  });
});
