import { describe, expect, it } from 'vitest';

import { publicAnswerOf, publicationOf, publicWordsOf } from './publication.ts';

const open = { isSecret: false, class: 'complaint' } as const;

describe('what everyone reads', () => {
  it('keeps the order in which it is written', () => {
    expect(publicWordsOf(' Jalan \u202Ekasur\u202C di \u2067Cibodas\u2069 ')).toBe('Jalan kasur di Cibodas');
    expect(publicAnswerOf(open, '\u202DSudah diperbaiki')).toBe('Sudah diperbaiki');
  });

  it('is nothing when nothing of it can be seen', () => {
    for (const words of ['\u200B\u2060', '\u3164', '\u2800 \u00AD', '\u202E\u202C', '\uFE0F', '', null, undefined])
      expect(publicWordsOf(words)).toBeNull();
  });

  it('stays hidden when title and description cannot be seen', () => {
    expect(publicationOf(open, { title: '\u200B', description: '\u3164', photos: [] }).publication).toBe('hidden');
    expect(publicationOf(open, { title: 'Jalan rusak', description: '\u3164', photos: [] }).publication).toBe(
      'title_only',
    );
  });

  it('keeps the signs that join letters and pictures', () => {
    expect(publicWordsOf('👨‍👩‍👧 می‌خواهم')).toBe('👨‍👩‍👧 می‌خواهم');
  });
});
