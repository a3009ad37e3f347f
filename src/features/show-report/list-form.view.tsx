import { Button, Buttons } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { SelectField, type Option, type OptionGroup } from '../../ui/select-field.tsx';
import { DateField, TextField } from '../../ui/text-field.tsx';
import type { Text } from '../../ui/texts/text.ts';

/** By what a list may be cut, as it stands in its address. */
export type FilterName =
  | 'keadaan'
  | 'jenis'
  | 'tentang'
  | 'wilayah'
  | 'instansi'
  | 'waktu'
  | 'dari'
  | 'sampai'
  | 'batas';

/** What is searched, and what cuts the list; an empty choice cuts nothing. */
export type ListAddress = {
  readonly words: string;
  readonly choices: Readonly<Record<FilterName, string>>;
  readonly isOldestFirst: boolean;
};

export type FilterOptions = Readonly<Record<Exclude<FilterName, 'dari' | 'sampai'>, readonly (Option | OptionGroup)[]>>;

/** What cuts the list now, with the list without it. */
export type Chip = { readonly label: string; readonly href: string };

export type ListFormProps = {
  readonly t: Text;
  readonly address: ListAddress;
  readonly options: FilterOptions;
  readonly chips: readonly Chip[];
  /** The path of the list with nothing cut off. */
  readonly whole: string;
};

/** Words and filters in one form: what is sent stands in the address, which can be kept and passed on. */
export const ListForm = ({ t, address, options, chips, whole }: ListFormProps) => (
  <form class="form" method="get" action="/laporan">
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
      <Filters t={t} address={address} options={options} />
    </Disclosure>
    <Buttons>
      <Button tone="secondary">{t('general.search')}</Button>
    </Buttons>
    <Chips t={t} chips={chips} whole={whole} />
  </form>
);

const Filters = ({
  t,
  address: { choices, isOldestFirst },
  options,
}: Pick<ListFormProps, 't' | 'address' | 'options'>) => {
  const choose = (name: keyof FilterOptions, label: string) => (
    <SelectField
      name={name}
      label={label}
      options={options[name]}
      value={choices[name]}
      empty={t('publicReport.filter.anything')}
    />
  );
  return (
    <>
      {choose('keadaan', t('publicReport.filter.state'))}
      {choose('tentang', t('publicReport.filter.matter'))}
      {choose('wilayah', t('publicReport.filter.area'))}
      {choose('instansi', t('publicReport.filter.agency'))}
      {choose('jenis', t('publicReport.filter.kind'))}
      {choose('batas', t('publicReport.filter.due'))}
      {choose('waktu', t('publicReport.filter.span'))}
      <DateField name="dari" label={t('publicReport.filter.from')} value={choices.dari} />
      <DateField name="sampai" label={t('publicReport.filter.until')} value={choices.sampai} />
      <SelectField
        name="urut"
        label={t('publicReport.filter.order')}
        empty={t('publicReport.filter.orderOf.terbaru')}
        options={[{ value: 'terlama', label: t('publicReport.filter.orderOf.terlama') }]}
        value={isOldestFirst ? 'terlama' : ''}
      />
    </>
  );
};

const Chips = ({ t, chips, whole }: Pick<ListFormProps, 't' | 'chips' | 'whole'>) =>
  chips.length === 0 ? null : (
    <p>
      {chips.map(({ label, href }) => (
        <span key={href}>
          <a class="tag" href={href} aria-label={t('publicReport.filter.remove', { what: label })}>
            {label} <span aria-hidden="true">×</span>
          </a>{' '}
        </span>
      ))}
      {chips.length > 1 && <a href={whole}>{t('publicReport.filter.clear')}</a>}
    </p>
  );
