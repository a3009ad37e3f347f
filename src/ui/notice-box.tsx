import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
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
    {title !== undefined && (
      <p class="notice-title">
        <Icon name={icons[tone]} /> {title}
      </p>
    )}
    {children}
  </div>
);

/** Tells the tone apart where colours look alike. */
const icons = { danger: 'warning', success: 'check', warning: 'warning', info: 'info' } as const;

/** Stands above everything else wherever a danger word was written. It never blocks. */
export const EmergencyNotice = ({ t }: { readonly t: Text }) => (
  <NoticeBox tone="danger" title={t('layout.emergency.title')} live="alert">
    <p>{t('layout.emergency.text')}</p>
    <a class="button button-danger" href="tel:112">
      <Icon name="phone" /> {t('layout.emergency.call')}
    </a>
  </NoticeBox>
);

/** The quiet form of it, where nobody has said yet what it is about. */
export const CallFirst = ({ t }: { readonly t: Text }) => (
  <p>
    <Icon name="phone" /> {t('layout.callFirst')} <a href="tel:112">{t('layout.emergency.call')}</a>
  </p>
);
