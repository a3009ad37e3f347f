/**
 * Who may see what, written by hand from the law, the way the service promises to publish, and the duties of each post: not from the access rules
 * of the code, which it judges. Each rule says where it comes from.
 */

/** What a report holds that somebody could read: the reporter's words and picture, the verifier's words for the public, what both sides wrote, and who is who. */
export const fields = [
  'title',
  'description',
  'publicTitle',
  'publicDescription',
  'place',
  'coordinates',
  'picture',
  'fileName',
  'exif',
  'question',
  'info',
  'accept',
  'officerMessage',
  'reporterMessage',
  'note',
  'answer',
  'name',
  'phone',
  'email',
  'subject',
] as const;
export type Field = (typeof fields)[number];

/**
 * Kinds of report. `public`, `anonymous`: verified, published, answered. `titleOnly`: of which everyone sees the title alone. `hidden`: nobody has
 * verified it. `withdrawn`: taken from the public again. `merged`: published, then made part of `primary`. All but the last three are in the hands of
 * one agency; `berkadar` of the inspectorate.
 */
export const kinds = [
  'public',
  'anonymous',
  'titleOnly',
  'secret',
  'withdrawn',
  'primary',
  'merged',
  'hidden',
  'berkadar',
] as const;
export type Kind = (typeof kinds)[number];

/** Posts of the city in which the report was filed; the agency is the one that works on it. */
export const posts = [
  'intake_operator',
  'verifier',
  'coordinator',
  'agency_officer',
  'agency_head',
  'field_crew',
  'validator',
  'inspectorate',
  'control_room',
  'leadership',
  'ombudsman',
  'city_admin',
  'data_protection',
  'platform_admin',
] as const;

/** `other_city`: an officer at work in a city where it was not filed. The keys are those of the coordinator, who of all posts reads most. */
export const viewers = [
  'anonymous',
  'reporter',
  'other_reporter',
  ...posts,
  'other_agency',
  'key report:create',
  'key report:read',
  'key report:handle',
  'other_city',
] as const;
export type Viewer = (typeof viewers)[number];

/**
 * `must`: found on some page. `never`: found nowhere, whatever is asked. `ground`: only after a reason was given, and then it is in the log and on the
 * reporter's page. `open`: no source decides it.
 */
export type Verdict = 'must' | 'never' | 'ground' | 'open';

type Rule = {
  readonly viewers: readonly Viewer[] | 'all';
  readonly kinds: readonly Kind[] | 'all';
  readonly fields: readonly Field[] | 'all';
  readonly verdict: Verdict;
  readonly source: string;
};

const who = ['name', 'phone', 'email', 'subject'] as const;
const agency = ['agency_officer', 'agency_head', 'field_crew'] as const;
const keys = ['key report:create', 'key report:read', 'key report:handle'] as const;
const said = ['title', 'description', 'place'] as const;
const talk = ['question', 'info', 'accept', 'officerMessage', 'reporterMessage'] as const;
const published = ['public', 'anonymous', 'primary'] as const;

/** The first rule that fits decides. */
export const rules: readonly Rule[] = [
  {
    viewers: ['other_city'],
    kinds: 'all',
    fields: 'all',
    verdict: 'never',
    source: 'Tenants are fenced from each other; a post is one of a city.',
  },

  // What is published, to everyone.
  {
    viewers: ['key report:create', 'key report:handle', 'key report:read'],
    kinds: [...published, 'titleOnly'],
    fields: ['publicTitle', 'publicDescription', 'answer'],
    verdict: 'open',
    source: 'A key is shown for more than what everyone reads; without it everything public is open to a program, too.',
  },
  {
    viewers: 'all',
    kinds: published,
    fields: ['publicTitle', 'publicDescription'],
    verdict: 'must',
    source: 'Publication: verify carries the title and the masked text that everyone reads.',
  },
  {
    viewers: 'all',
    kinds: ['titleOnly'],
    fields: ['publicTitle'],
    verdict: 'must',
    source: 'Publication: title_only shows the title.',
  },
  {
    viewers: 'all',
    kinds: ['public', 'anonymous'],
    fields: ['answer'],
    verdict: 'must',
    source: 'The public page shows the answer; art. 37 UU 25/2009: documentation and publication of the result.',
  },
  {
    viewers: 'all',
    kinds: ['merged'],
    fields: ['publicTitle', 'publicDescription'],
    verdict: 'open',
    source: 'Merging is a relation and changes no publication; whether its page leads on to the primary is not said.',
  },
  {
    viewers: ['anonymous', 'other_reporter', 'platform_admin', 'key report:create'],
    kinds: ['public', 'primary', 'anonymous', 'merged'],
    fields: ['coordinates'],
    verdict: 'open',
    source: 'The public page says where, rounded where the category is sensitive.',
  },

  {
    viewers: ['anonymous', 'reporter', 'other_reporter', ...posts, 'other_agency'],
    kinds: published,
    fields: ['picture'],
    verdict: 'must',
    source: 'Publication: verify carries each photo on its own.',
  },
  {
    viewers: 'all',
    kinds: [...published, 'merged'],
    fields: ['picture'],
    verdict: 'open',
    source: 'As the title and the text of the same report.',
  },

  // The outside, beyond what is published.
  {
    viewers: ['anonymous', 'other_reporter', 'key report:create'],
    kinds: 'all',
    fields: 'all',
    verdict: 'never',
    source: 'Publication: hidden by default, and field by field; Perpres 76/2013 and art. 49 UU 25/2009: confidential.',
  },
  {
    viewers: ['platform_admin'],
    kinds: 'all',
    fields: 'all',
    verdict: 'never',
    source: 'Roles: platform_admin has cities, upgrades, backups; reads no report.',
  },
  {
    viewers: ['other_agency'],
    kinds: 'all',
    fields: 'all',
    verdict: 'never',
    source: 'A post has an area, categories and an agency; what another agency was given is not its work.',
  },

  // Its reporter.
  {
    viewers: ['reporter'],
    kinds: 'all',
    fields: ['note'],
    verdict: 'never',
    source: 'A note is for the posts that see the report; to the reporter one writes a message.',
  },
  {
    viewers: ['reporter'],
    kinds: 'all',
    fields: [...said, ...talk, 'picture', 'answer'],
    verdict: 'must',
    source: 'Following: what was said, asked and answered, messages both ways.',
  },
  {
    viewers: ['reporter'],
    kinds: 'all',
    fields: ['exif'],
    verdict: 'never',
    source: 'Every metadata of a photo gone.',
  },
  {
    viewers: ['reporter'],
    kinds: 'all',
    fields: 'all',
    verdict: 'open',
    source: 'Art. 44 UU 25/2009: the receipt shows identity; otherwise what is the own is the own.',
  },

  // Berkadar: the inspectorate alone.
  {
    viewers: ['inspectorate'],
    kinds: ['berkadar'],
    fields: [...said, 'picture', 'officerMessage', 'reporterMessage', 'note'],
    verdict: 'must',
    source: 'Permendagri 8/2023 art. 1: goes to APIP, which must be able to read it.',
  },
  {
    viewers: ['inspectorate'],
    kinds: ['berkadar'],
    fields: [...who, 'exif'],
    verdict: 'ground',
    source: 'Officers see identity only with a ground.',
  },
  { viewers: ['inspectorate'], kinds: ['berkadar'], fields: 'all', verdict: 'open', source: 'It works on the report.' },
  {
    viewers: 'all',
    kinds: ['berkadar'],
    fields: 'all',
    verdict: 'never',
    source: 'Permendagri 8/2023: to the inspectorate only, secret by default, the accused unit sees no reporter.',
  },

  // Identity, and what a picture tells of who took it where.
  {
    viewers: agency,
    kinds: ['anonymous'],
    fields: who,
    verdict: 'never',
    source: 'Anonim: identity hidden from the party complained about and from the public.',
  },
  {
    viewers: keys,
    kinds: 'all',
    fields: [...who, 'exif'],
    verdict: 'never',
    source: 'Identity only with a ground, and a program names none.',
  },
  {
    viewers: ['control_room'],
    kinds: 'all',
    fields: [...who, 'exif'],
    verdict: 'never',
    source: 'UPT Ruang Kendali holds the numbers; UU 27/2022: no purpose, no person.',
  },
  {
    viewers: 'all',
    kinds: 'all',
    fields: [...who, 'exif'],
    verdict: 'ground',
    source: 'Officers see identity only with a ground, logged, shown to the reporter; originals of photos by who may.',
  },

  // Whose work it is.
  {
    viewers: ['verifier', 'coordinator'],
    kinds: 'all',
    fields: [...said, 'picture', 'question', 'info'],
    verdict: 'must',
    source: 'Moves: verifier and coordinator verify, ask, retitle, mask, merge and relocate in every state.',
  },
  {
    viewers: ['agency_officer'],
    kinds: ['public', 'anonymous', 'titleOnly', 'secret', 'withdrawn', 'primary'],
    fields: [...said, ...talk, 'picture', 'note', 'answer'],
    verdict: 'must',
    source: 'Moves: the post that holds it accepts, asks and answers; notes and messages for the posts that see it.',
  },
  {
    viewers: ['agency_head'],
    kinds: ['public', 'anonymous', 'titleOnly', 'secret', 'withdrawn', 'primary'],
    fields: said,
    verdict: 'must',
    source: 'Moves: assign inside the agency; escalation from the officer to the head.',
  },
  {
    viewers: ['validator'],
    kinds: ['public', 'anonymous'],
    fields: [...said, 'answer'],
    verdict: 'must',
    source: 'Moves: send_back and approve, of what was answered.',
  },
  {
    viewers: agency,
    kinds: ['hidden'],
    fields: 'all',
    verdict: 'never',
    source: 'Posts hold work: nothing was assigned to them before verify.',
  },
  {
    viewers: ['city_admin', 'data_protection'],
    kinds: ['secret', 'hidden'],
    fields: 'all',
    verdict: 'never',
    source: 'Administration and data protection have no move on a report: content that is not public is not theirs.',
  },
  {
    viewers: 'all',
    kinds: 'all',
    fields: 'all',
    verdict: 'open',
    source: 'An office with a part in the work of the city; no source says more.',
  },
];

const has = <Thing>(list: readonly Thing[] | 'all', thing: Thing): boolean => list === 'all' || list.includes(thing);

export const ruleFor = (viewer: Viewer, kind: Kind, field: Field): Rule => {
  const rule = rules.find((one) => has(one.viewers, viewer) && has(one.kinds, kind) && has(one.fields, field));
  if (rule === undefined) throw new Error(`no rule for ${viewer}, ${kind}, ${field}`);
  return rule;
};
