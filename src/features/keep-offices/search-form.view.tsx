import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Text } from '../../ui/texts/text.ts';

/** Narrows a list to the names that hold what was typed. */
export const SearchForm = ({
  t,
  action,
  typed,
}: {
  readonly t: Text;
  readonly action: string;
  readonly typed: string;
}) => (
  <form class="form" method="get" action={action}>
    <TextField name="cari" label={t('offices.search')} value={typed} type="search" />
    <Button tone="secondary">{t('general.search')}</Button>
  </form>
);
