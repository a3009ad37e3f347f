import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { api as shape } from '../id/api.ts';

export const api = {
  intro:
    'For programs that read or send reports. Reading what is public needs no key; writing needs a key from the city.',
  operation: 'Operation',
  path: 'Address',
  scope: 'Scope',
  specification: 'OpenAPI specification',
  title: 'API',
} satisfies TranslationOf<typeof shape>;
