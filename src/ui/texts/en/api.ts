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
  key: 'Key',
  keyNone: 'No key',
  keyNeeded: 'Needs a key',
  keyOptional: 'A key shows or allows more',
  meaning: 'Meaning',
  operations: 'Operations',
  parameters: 'Parameters',
  specification: 'OpenAPI 3.1 specification',
  status: 'Status',
  title: 'API',
  tryIt:
    'The examples below can be run as they are. Those that need a key read it from LAKSA_KEY, the number of a report from NUMBER:',
  unknownField: 'We do not know the field "{{field}}" here. Check its spelling, or leave it out.',
} satisfies TranslationOf<typeof shape>;
