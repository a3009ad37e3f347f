import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { people as shape } from '../id/people.ts';

export const people = {
  column: { action: 'Action', factor: 'Second factor', name: 'Name', posts: 'Posts', seen: 'Last seen' },
  done: {
    invited: 'The invitation is on its way.',
    reset: 'The authenticator app is taken off, all sessions are ended, and a letter with a link is on its way.',
    taken_off: 'All posts end now, and so do the sessions.',
    withdrawn: 'The invitation is taken back.',
  },
  event: {
    factorRemoved: 'The authenticator app of somebody was taken off',
    invitationAccepted: 'An invitation was accepted',
    invitationSent: 'An invitation was sent',
    invitationWithdrawn: 'An invitation was taken back',
    keyMade: 'A key for a program was made',
    keyRevoked: 'A key for a program was revoked',
  },
  factor: { missing: 'not yet', renewing: 'taken off, waiting for a new one', set: 'yes' },
  field: {
    address: 'Mail address',
    from: 'From day',
    fromHint: 'Empty: now.',
    language: 'Language of the letter',
    name: 'Name',
    post: 'Post',
    postNone: 'Choose a post',
    until: 'Until day',
    untilHint: 'The last day in the post.',
  },
  hint: 'Who holds a post here now or later. Posts hold the work: people change without a report being moved.',
  import: 'Bring in many people from a file',
  invite: 'Invite somebody',
  inviteHint:
    'They get a letter with a link that is good for seven days, set a password of their own and connect an authenticator app.',
  language: { en: 'English', id: 'Indonesian' },
  never: 'never',
  noLetters: 'No mail server is named: letters with invitations lie in the outbox and reach nobody.',
  none: 'Nobody matches.',
  open: {
    again: 'Invite again',
    expired: 'run out',
    expires: 'Good until',
    name: 'Name and address',
    none: 'No invitation is waiting.',
    title: 'Invitations without an answer',
    which: 'invitation of {{name}}, {{post}}',
    withdraw: 'Take back',
  },
  person: {
    reset: 'Take the authenticator app off',
    resetElsewhere:
      'This person holds a post of another region as well. Only the operator of the server can take the authenticator app off.',
    resetHint:
      'For a lost telephone. All sessions end, and a letter with a link for a new app goes to the person. The password is still asked for.',
    resetNoAddress:
      'This person has no mail address. Only the operator of the server can take the authenticator app off.',
    resetOwn: 'Your own app is taken off by another administrator, or by the operator of the server.',
    takeOff: 'End all posts now',
    takeOffHint: 'Reports stay with their posts. All sessions of this person end at once.',
    takeOffLast: 'This is the last administrator of the city. Give another person a post that administers it first.',
    yourself: 'You cannot end your own posts here. Ask another administrator.',
    without: 'Posts left without a holder',
    withoutNone: 'No post is left without a holder.',
  },
  problem: {
    holds_already: 'This person holds that post at that time already.',
    not_after: 'The last day is not before the first.',
    platform_alone: 'This post is given only by a platform administrator, or by the operator of the server.',
    too_often: 'This address got too many invitations today. Try again tomorrow.',
  },
  search: 'Name or login',
  span: { from: 'from {{from}}', until: 'until {{until}}' },
  title: 'People',
} satisfies TranslationOf<typeof shape>;
