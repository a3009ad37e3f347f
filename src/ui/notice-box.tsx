import type { ComponentChildren } from 'preact';
import type { Text } from './texts/text.ts';

export type NoticeBoxProps = {
  readonly tone: 'danger' | 'success' | 'warning' | 'info';
  readonly title?: string | undefined;
  /** Said aloud when it appears: `status` after something was done, `alert` at once. */
  readonly live?: 'status' | 'alert' | undefined;
  readonly children?: ComponentChildren;
};

export const NoticeBox = ({ tone, title, live, children }: NoticeBoxProps) => (
  <div class={`notice notice-${tone}`} role={live ?? 'note'}>
    {title !== undefined && <p class="notice-title">{title}</p>}
    {children}
  </div>
);

/** Stands above everything else wherever a danger word was written. It never blocks. */
export const EmergencyNotice = ({ t }: { readonly t: Text }) => (
  <NoticeBox tone="danger" title={t('layout.emergency.title')} live="alert">
    <p>{t('layout.emergency.text')}</p>
    <a class="button button-danger" href="tel:112">
      {t('layout.emergency.call')}
    </a>
  </NoticeBox>
);
