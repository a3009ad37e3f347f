import type { Text } from '../../ui/texts/text.ts';

/** Shown by the script when somebody sends without a connection. */
export const Offline = ({ t }: { readonly t: Text }) => (
  <p class="notice notice-warning" role="alert" data-offline hidden>
    {t('fileReport.offline')}
  </p>
);

export const offlineScript = 'file-report/offline.client.ts';
