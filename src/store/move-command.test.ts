import { describe, expect, it } from 'vitest';

import { firstCity } from '../testing/two-cities.ts';
import { calendarFrom } from '../domain/calendar.ts';
import { policyFrom } from '../domain/policy.ts';
import { defaultPolicyRules } from '../domain/policy-default.ts';
import type { City } from './city.ts';
import { moveFromFields } from './move-command.ts';

const policy = policyFrom(1, defaultPolicyRules);
/** A city whose ids are its slugs. */
const city: City = {
  agencies: firstCity.agencies.map((agency) => ({
    areaCode: null,
    shortName: null,
    ...agency,
    id: `id of ${agency.slug}`,
  })),
  posts: firstCity.posts.map((post) => ({
    ...post,
    id: `id of ${post.slug}`,
    agencyId: post.agency === undefined ? null : `id of ${post.agency}`,
  })),
  categories: firstCity.categories.map(({ slug, group, name }) => ({
    id: `id of ${slug}`,
    slug,
    group,
    groupName: name,
    name,
    examples: { id: [], en: [] },
    questions: [],
    stoppers: [],
    promise: null,
    laporName: null,
    needsProof: false,
    isSensitive: false,
    words: [],
  })),
  villages: firstCity.villages.map((village) => ({ postalCode: null, point: null, aliases: [], ...village })),
  rules: [],
  calendar: calendarFrom('Asia/Jakarta', []),
  policy,
  policies: new Map([[1, policy]]),
};

describe('a move as it was typed', () => {
  it('names an agency: its officer takes the work, or whoever it has', () => {
    expect(moveFromFields('assign', { agency: 'dinas-pupr' }, city)).toEqual({
      ok: true,
      value: { move: 'assign', postId: 'id of petugas-pupr', agencyId: 'id of dinas-pupr' },
    });
    expect(moveFromFields('assign', { agency: 'inspektorat' }, city)).toMatchObject({
      ok: true,
      value: { postId: 'id of inspektorat' },
    });
    expect(moveFromFields('assign', { post: 'kepala-pupr', agency: 'dinas-pupr' }, city)).toMatchObject({
      ok: true,
      value: { postId: 'id of kepala-pupr' },
    });
  });

  it('names a post that belongs to no agency, or an agency without posts: neither can be assigned', () => {
    const problem = (field: string) => ({
      ok: false,
      refusal: { kind: 'incomplete', problems: [{ field, problem: 'not_allowed' }] },
    });
    expect(moveFromFields('assign', { post: 'koordinator' }, city)).toEqual(problem('post'));
    expect(moveFromFields('assign', { agency: 'dinas-pupr' }, { ...city, posts: [] })).toEqual(problem('agency'));
  });

  it('says all that is on no list at once', () => {
    const made = moveFromFields(
      'verify',
      { class: 'x', category: 'x', village: 'x', publish: 'title_only', photos: ['1'] },
      city,
    );
    expect(made).toEqual({
      ok: false,
      refusal: {
        kind: 'incomplete',
        problems: [
          { field: 'class', problem: 'unknown' },
          { field: 'category', problem: 'unknown' },
          { field: 'village', problem: 'unknown' },
          { field: 'photos', problem: 'unknown' },
          { field: 'publish_title', problem: 'required' },
        ],
      },
    });
  });

  it.each([
    ['2026-11-30', '2026-11-30'],
    ['30-11-2026', '2026-11-30'],
    [' 1/2/2027 ', '2027-02-01'],
    ['besok', 'besok'],
  ])('gives the date %s as %s', (typed, until) => {
    expect(moveFromFields('postpone', { until: typed }, city)).toMatchObject({ value: { until } });
  });

  it('publishes what was chosen, whatever else stands in the fields', () => {
    const fields = { class: 'complaint', category: 'sampah', publish_title: 'Judul', publish_description: 'Teks' };
    const publish = (shown?: string) => moveFromFields('verify', { ...fields, publish: shown }, city);
    expect(publish('hidden')).toMatchObject({ value: { publish: { photos: [] } } });
    expect(publish('title_only')).toMatchObject({ value: { publish: { title: 'Judul', photos: [] } } });
    expect(publish('public')).toMatchObject({
      value: { publish: { title: 'Judul', description: 'Teks', photos: [] } },
    });
    expect(publish()).toEqual(publish('public'));
    expect(publish('hidden')).not.toMatchObject({ value: { publish: { title: 'Judul' } } });
  });
});
