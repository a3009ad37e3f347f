import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { invitation as shape } from '../id/invitation.ts';

export const invitation = {
  accept: 'Take the post',
  accepted: 'Your account is ready. Sign in by your mail address, with your new password and the digits of the app.',
  account: 'Your login: {{login}}',
  by: '{{name}} invites you at {{city}}.',
  byOperator: 'The operator of the service invites you at {{city}}.',
  hasAccount: 'This address has an account already. Sign in first, then take the post: you need no second account.',
  letter: {
    body: '{{name}} invites you to hold this post at {{city}}:',
    bodyByOperator: 'The operator of the service invites you to hold this post at {{city}}:',
    open: 'Open this link to accept. Have a telephone with an authenticator app at hand. The link is good for seven days, and once:',
    stranger: 'You do not know this service? Ignore this letter: without the link nothing changes.',
    subject: 'Invitation as an officer of {{city}}',
  },
  otherAccount: 'I have another account of this service',
  over: 'This link was used, taken back, replaced by a newer one, or is older than seven days. Ask the administrator of your office for a new invitation.',
  signedIn: 'You are signed in as {{login}}. The post above is added to this account.',
  signIn: 'Sign in to accept',
  span: {
    from: '{{post}}, from {{from}}',
    both: '{{post}}, from {{from}} until {{until}}',
  },
  taken: 'An account for this address has just been made. Sign in to take the post.',
  title: 'Invitation as an officer',
  toSignIn: 'To the sign-in page',
} satisfies TranslationOf<typeof shape>;
