import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { notice as shape } from '../id/notice.ts';

export const notice = {
  body: {
    answered: 'The agency has answered your report. The answer is being checked.',
    approved: 'The answer to your report:',
    asked: 'An officer needs details from you:',
    assigned: 'Your report was passed to {{agency}}.',
    closed: 'Your report is closed: {{reason}}.',
    filed: 'We have received your report. The first answer comes by {{due}} at the latest.',
    inProgress: '{{agency}} is working on your report.',
    message: 'A message from an officer:',
    postponed: 'The work is promised by {{until}}.',
    rejected: 'Your report cannot be processed. Reason:',
    reopened: 'Your objection was accepted. Work on the report goes on.',
    transferred: 'Your report belongs to {{authority}} and we have passed it on.',
    upheld: 'Your objection was examined. The answer stands. You may turn to the Ombudsman of Indonesia.',
    verified: 'Your report was checked and will be passed to the agency in charge.',
  },
  demo: 'This is a demonstration, not an official service of {{city}}. In danger, call 112.',
  greeting: 'Dear Sir or Madam,',
  objection: 'You do not agree? You may object until {{due}}.',
  rehearsal: 'This is a rehearsal. This report is not handled as a real one.',
  reply: 'This letter was sent automatically. To reply, open the page of your report.',
  signature: 'Citizens’ reports, {{city}}',
  subject: 'Report {{number}}: {{state}}',
  track: 'Read and reply with number {{number}} and your code at {{address}}',
} satisfies TranslationOf<typeof shape>;
