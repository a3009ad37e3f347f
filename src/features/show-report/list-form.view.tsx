import type { Choices } from '../../domain/report-filter.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { FilterChips, ReportFilters, type Chip, type FilterOptions } from '../../ui/report-filters.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Text } from '../../ui/texts/text.ts';

/** What is searched, and what cuts the list; an empty choice cuts nothing. */
export type ListAddress = {
  readonly words: string;
  readonly choices: Choices;
  readonly isOldestFirst: boolean;
};

export type ListFormProps = {
  readonly t: Text;
  readonly address: ListAddress;
  readonly options: FilterOptions;
  readonly chips: readonly Chip[];
  /** The path of the list with nothing cut off. */
  readonly whole: string;
};

/**
 * Words and filters in one form: what is sent stands in the address, which can be kept and passed on. Nothing is filled in by the browser: who goes back
 * would read the words of the next search above the results of the one before.
 */
export const ListForm = ({ t, address, options, chips, whole }: ListFormProps) => (
  <form class="form" method="get" action="/laporan#hasil" autocomplete="off">
    <TextField
      name="q"
      type="search"
      label={t('publicReport.list.search')}
      hint={t('publicReport.list.searchHint')}
      value={address.words}
    />
    <Disclosure
      summary={t('publicReport.filter.title')}
      count={chips.length === 0 ? undefined : t('publicReport.filter.active', { count: chips.length })}
    >
      <ReportFilters t={t} choices={address.choices} options={options} />
      <SelectField
        name="urut"
        label={t('publicReport.filter.order')}
        empty={t('publicReport.filter.orderOf.terbaru')}
        options={[{ value: 'terlama', label: t('publicReport.filter.orderOf.terlama') }]}
        value={address.isOldestFirst ? 'terlama' : ''}
      />
    </Disclosure>
    <Buttons>
      <Button tone="secondary">{t('general.search')}</Button>
    </Buttons>
    <FilterChips t={t} chips={chips} whole={whole} />
  </form>
);
