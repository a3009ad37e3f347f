import { expect, it } from 'vitest';
import { findDeadLinks } from './document-links.ts';

it('finds the link of a document that leads nowhere, and leaves the others alone', () => {
  const text =
    'See [a](adr/0001.md#context), [b](../README.md), [c](#here), [d](https://example.test/x)\nand [e](gone.md).';
  const tree = new Set(['docs/adr/0001.md', 'README.md']);
  const offences = findDeadLinks([{ path: 'docs/architecture.md', text }], (path) => tree.has(path));
  expect(offences).toEqual([{ rule: 'dead link', path: 'docs/architecture.md', line: 2, what: 'gone.md' }]);
});
