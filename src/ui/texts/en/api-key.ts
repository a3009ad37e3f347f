import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { apiKey as shape } from '../id/api-key.ts';

export const apiKey = {
  beyondPost: 'That post itself may not do all of this. Choose other scopes.',
  column: { made: 'Made', state: 'State', used: 'Last used' },
  ending: 'Ending soon',
  endingWhich: '{{post}}: good until {{until}}. Make a new key and give it to the program before that day.',
  endless: 'no end',
  field: {
    post: 'Acts as the post',
    scopes: 'Scopes',
    until: 'Good until',
    untilHint: 'The last day. At most two years from now.',
  },
  hint: 'Keys are used by other programs to read or send reports. A key may never do more than its post.',
  letter: {
    body: 'The key of a program that acts as {{post}} is good until {{day}}. After that the program can neither read nor send reports.',
    open: 'Ask the administrator of the city for a new key before that day:',
    subject: 'The key of {{post}} ends on {{day}}',
  },
  made: 'New key',
  madeBy: '{{name}}, {{moment}}',
  make: 'Make a key',
  news: {
    body: 'From now on a program has a key that acts as {{post}}: {{may}}. It is good: {{until}}.',
    stranger:
      'What it does is written down under your post. If you do not know what this key is for, ask the administrator of the city, who can revoke it at any time.',
    subject: 'A new key for programs: {{post}}',
  },
  none: 'No keys yet.',
  once: 'Copy it into the program now: this key is not kept and cannot be shown again. Treat it like a password.',
  operator: 'Operator of the server',
  revoke: 'Revoke',
  revoked: 'The key is revoked. Programs that use it are refused from now on.',
  scope: {
    'report:create': 'send reports',
    'report:handle': 'handle reports',
    'report:read': 'read the reports that the post may see',
  },
  state: {
    ending: 'ending soon',
    good: 'good',
    over: 'run out',
    post_closed: 'its post is closed',
    revoked: 'revoked',
  },
  title: 'Keys of programs',
  tooFar: 'This is too far ahead. Give a day within two years from today.',
  until: 'until {{day}}',
} satisfies TranslationOf<typeof shape>;
