import { SelectField, type Option, type OptionGroup } from './select-field.tsx';
import { DateField } from './text-field.tsx';
import type { Text } from './texts/text.ts';

export type FilterOptions = Readonly<
  Record<
    'keadaan' | 'jenis' | 'tentang' | 'wilayah' | 'instansi' | 'waktu' | 'batas',
    readonly (Option | OptionGroup)[]
  >
>;

/** What is chosen; an empty choice cuts nothing. */
export type FilterChoices = Readonly<Record<keyof FilterOptions | 'dari' | 'sampai', string>>;

type FiltersProps = { readonly t: Text; readonly choices: FilterChoices; readonly options: FilterOptions };

/** The fields by which public reports are cut, for a form whose choices stand in its address. */
export const ReportFilters = ({ t, choices, options }: FiltersProps) => {
  const choose = (name: keyof FilterOptions, label: string, hint?: string) => (
    <SelectField
      name={name}
      label={label}
      hint={hint}
      options={options[name]}
      value={choices[name]}
      empty={t('publicReport.filter.anything')}
    />
  );
  return (
    <>
      {choose('keadaan', t('publicReport.filter.state'), t('publicReport.filter.stateHint'))}
      {choose('tentang', t('publicReport.filter.matter'))}
      {choose('wilayah', t('publicReport.filter.area'))}
      {choose('instansi', t('publicReport.filter.agency'))}
      {choose('jenis', t('publicReport.filter.kind'))}
      {choose('batas', t('publicReport.filter.due'))}
      {choose('waktu', t('publicReport.filter.span'))}
      <DateField name="dari" label={t('publicReport.filter.from')} value={choices.dari} />
      <DateField name="sampai" label={t('publicReport.filter.until')} value={choices.sampai} />
    </>
  );
};

/** What cuts now, with the address without it. */
export type Chip = { readonly label: string; readonly href: string };

type ChipsProps = {
  readonly t: Text;
  readonly chips: readonly Chip[];
  /** The address with nothing cut off. */
  readonly whole: string;
};

export const FilterChips = ({ t, chips, whole }: ChipsProps) =>
  chips.length === 0 ? null : (
    <ul class="chips">
      {chips.map(({ label, href }) => (
        <li key={href}>
          <a class="chip" href={href} aria-label={t('publicReport.filter.remove', { what: label })}>
            {label} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <a class="further" href={whole}>
            {t('publicReport.filter.clear')}
          </a>
        </li>
      )}
    </ul>
  );

/** Each choice with the address without it, by `hrefWithout`. */
export const chipsOf = (
  { t, choices, options }: FiltersProps,
  hrefWithout: (name: keyof FilterChoices) => string,
): readonly Chip[] =>
  chipNames
    .filter((name) => choices[name] !== '')
    .map((name) => ({ label: chipLabel(t, name, choices[name], options), href: hrefWithout(name) }));

const chipNames = [
  'keadaan',
  'jenis',
  'tentang',
  'wilayah',
  'instansi',
  'waktu',
  'dari',
  'sampai',
  'batas',
] as const satisfies readonly (keyof FilterChoices)[];

const chipLabel = (t: Text, name: (typeof chipNames)[number], value: string, options: FilterOptions): string => {
  if (name === 'dari') return `${t('publicReport.filter.from')} ${value}`;
  if (name === 'sampai') return `${t('publicReport.filter.until')} ${value}`;
  return labelOf(options[name], value) ?? value;
};

const labelOf = (options: readonly (Option | OptionGroup)[], value: string): string | undefined =>
  options.flatMap((option) => ('group' in option ? option.options : [option])).find((option) => option.value === value)
    ?.label;
