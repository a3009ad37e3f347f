import type { Text } from './texts/text.ts';

export type PagerProps = {
  readonly t: Text;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
};

/** Lists are paged by key: there is a page before and one after, and no numbers. */
export const Pager = ({ t, previous, next }: PagerProps) =>
  previous === undefined && next === undefined ? null : (
    <nav class="pager" aria-label={t('general.pager.label')}>
      {previous !== undefined && (
        <a href={previous} rel="prev">
          <span aria-hidden="true">← </span>
          {t('general.pager.previous')}
        </a>
      )}
      {next !== undefined && (
        <a class="pager-next" href={next} rel="next">
          {t('general.pager.next')}
          <span aria-hidden="true"> →</span>
        </a>
      )}
    </nav>
  );
