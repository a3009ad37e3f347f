import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { layout as shape } from '../id/layout.ts';

export const layout = {
  clock: 'The clock of this service is set: {{moment}}.',
  keepsLetters: 'No mail server is set: letters to reporters lie in the outbox and are not sent.',
  demo: 'This is a demonstration, not an official service of {{city}}. In danger, call 112.',
  callFirst: 'Is somebody in danger now?',
  emergency: {
    call: 'Call 112',
    text: 'If somebody is in danger now, do not wait for an answer here. Call 112, free of charge, day and night.',
    title: 'Is there danger?',
  },
  error: {
    forbidden: {
      next: 'Open this page from our own site, or sign in with an account that may see it.',
      title: 'You cannot open this page',
    },
    lost: {
      next: 'This was kept sealed, and the key it was sealed with is lost. The report itself is still there.',
      title: 'Cannot be opened any more',
    },
    notFound: {
      next: 'Check the address. Do you have a report number? Open Track a report and type the number there.',
      title: 'Page not found',
    },
    wrongMethod: {
      next: 'Go back to the page before and try again from there.',
      title: 'This request cannot be served',
    },
    tooLarge: {
      next: 'Go back to the page before, make what you send smaller, and send it again. What you typed is still there.',
      title: 'Too large to send',
    },
    wrongHost: { next: 'Check the address you typed.', title: 'This address is not ours' },
    tooMany: {
      next: 'Wait a little, then try again. What you typed is still on the page before.',
      title: 'Too many tries',
    },
    broken: {
      next: 'The fault is ours and has been written down. Go back to the page before (what you typed is still there) and try again.',
      title: 'Sorry, something broke',
    },
    unavailable: {
      next: 'Try again in a few minutes. Go back to the page before: what you typed is still there.',
      title: 'The service cannot be used just now',
    },
    kept: {
      again: 'Send again',
      files:
        'These files could not be kept: {{names}}. To send them along, go back to the page before, where they are still chosen; or send without them.',
      next: 'What you typed has not been sent, and is kept on this page. Wait a minute, then press "Send again". However often you press, it is taken once.',
    },
    home: 'To the first page',
    requestId: 'Error code, should you contact an officer:',
    urgent: 'An emergency? Call 112.',
  },
  footer: {
    emergency: 'Emergency',
    noScript: 'This site works without JavaScript and sets no trackers.',
    software: 'Run with Laksa, open-source software.',
  },
  language: { choose: 'Language', en: 'English', id: 'Bahasa Indonesia' },
  nav: {
    file: 'Report',
    main: 'Main menu',
    queue: 'Queue',
    reports: 'All reports',
    signIn: 'Staff sign-in',
    signOut: 'Sign out',
    staff: 'Staff menu',
    track: 'Track a report',
  },
  notOpen: {
    next: 'This service is being prepared and takes no reports yet. Until then, file your report at lapor.go.id.',
    staff: 'Sign in for staff',
    title: 'The service for citizens’ reports of {{city}} is not open yet',
  },
  deputyNow: 'On duty as {{post}}, {{deputy}}',
  postNow: 'On duty as {{post}}',
  problems: {
    title_one: 'There is {{count}} thing to put right',
    title_other: 'There are {{count}} things to put right',
  },
  rehearsal: 'This is a rehearsal. What is sent here is not handled as a report. In danger, call 112.',
  service: 'Citizens’ reports',
  skip: 'Skip to the content',
} satisfies TranslationOf<typeof shape>;
