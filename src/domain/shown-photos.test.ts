import { describe, expect, test } from 'vitest';

import { isPhotoOutside } from './shown-photos.ts';

const report = {
  publication: 'public',
  state: 'resolved',
  closedReason: null,
  publicAnswer: 'Sudah ditambal.',
} as const;
const picture = { isPublic: true, purpose: 'report' } as const;
const proof = { isPublic: true, purpose: 'proof' } as const;

describe('a picture that was chosen for everyone', () => {
  test('is seen while the whole report is public', () => {
    expect(isPhotoOutside(picture, report)).toBe(true);
    expect(isPhotoOutside({ ...picture, isPublic: false }, report)).toBe(false);
    for (const publication of ['hidden', 'title_only', 'withdrawn_from_public'] as const)
      expect(isPhotoOutside(picture, { ...report, publication })).toBe(false);
  });

  test('is seen as proof of an approved answer alone', () => {
    expect(isPhotoOutside(proof, report)).toBe(true);
    expect(isPhotoOutside(proof, { ...report, publicAnswer: null })).toBe(false);
    expect(isPhotoOutside(proof, { ...report, state: 'in_progress' })).toBe(false);
    expect(isPhotoOutside(proof, { ...report, state: 'closed', closedReason: 'withdrawn' })).toBe(false);
    expect(isPhotoOutside(proof, { ...report, state: 'closed', closedReason: 'confirmed' })).toBe(true);
    expect(isPhotoOutside(picture, { ...report, state: 'in_progress', publicAnswer: null })).toBe(true);
  });
});
