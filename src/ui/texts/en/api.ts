import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { api as shape } from '../id/api.ts';

export const api = {
  answers: 'Answers',
  body: 'Body (JSON)',
  example: 'Example',
  field: 'Field',
  fieldOptional: 'optional',
  fieldRequired: 'required',
  intro:
    'For programs that read or send reports. Reading what is public needs no key; writing needs a key from the city.',
  jsonOnly: 'Send the body as JSON, with the header Content-Type: application/json.',
  key: 'Key',
  keyNone: 'No key',
  keyNeeded: 'Needs a key',
  keyUnknown:
    'This needs a key that is good in this city: send it in the header Authorization, after the word Bearer. A wrong key, one that has run out and one that was revoked are refused alike. The administrator of the city makes keys.',
  keyOptional: 'A key shows or allows more',
  keyReused:
    'This Idempotency-Key (or nonce) was used before, for report {{number}} with another content. Nothing was stored. For a new report send another key.',
  meaning: 'Meaning',
  operations: 'Operations',
  parameters: 'Parameters',
  scopeMissing:
    'This key does not cover what is asked. Ask the administrator of the city for one with the scope {{scopes}}.',
  specification: 'OpenAPI 3.1 specification',
  status: 'Status',
  title: 'API',
  tryIt:
    'The examples below can be run as they are. Those that need a key read it from LAKSA_KEY, the number of a report from NUMBER:',
  unknownField: 'We do not know the field "{{field}}" here. Check its spelling, or leave it out.',
} satisfies TranslationOf<typeof shape>;
