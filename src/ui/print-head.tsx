import type { City } from './page-frame.ts';
import type { Text } from './texts/text.ts';

export type PrintHeadProps = {
  readonly t: Text;
  readonly city: City;
  /** Where the page is read, whole. */
  readonly address: string;
  /** The day it is printed, with its year. */
  readonly printedOn: string;
};

/** On paper there is no header and no address bar: whose page it is, where it stands and of which day. */
export const PrintHead = ({ t, city, address, printedOn }: PrintHeadProps) => (
  <p class="only-print">
    <strong>
      {t('layout.service')} {city.name}
    </strong>
    <br />
    {address}
    <br />
    {t('reading.printed', { date: printedOn })}
  </p>
);
