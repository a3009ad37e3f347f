import { agenciesIn } from '../../domain/words/agency-search.ts';
import type { City } from '../../store/city.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { writeAddress } from './list-address.ts';
import type { ListAddress } from './list-form.view.tsx';
import type { NamedInWords } from './list.view.tsx';
import { areasIn } from './named-areas.ts';

const mostAgencies = 3;

/** What the words name: agencies with their pages, areas, and the same search cut to each instead of its name. */
export const narrowedLists = ({ t }: PageFrame, city: City, address: ListAddress): NamedInWords => {
  const { words, choices } = address;
  const cut = (rest: string, choice: Partial<typeof choices>): string =>
    `${writeAddress({ ...address, words: rest, choices: { ...choices, ...choice } })}#hasil`;
  const agencies = agenciesIn(words, city.agencies).slice(0, mostAgencies);
  return {
    agencies: agencies.map(({ agency: { slug, name }, rest }) => ({
      name,
      href: `/instansi/${slug}`,
      only: cut(rest, { instansi: slug }),
    })),
    areas:
      choices.wilayah === ''
        ? areasIn(words, city.villages).map(({ code, kind, name, rest }) => ({
            name: t(`reading.area.${kind}`, { name }),
            href: cut(rest, { wilayah: code }),
          }))
        : [],
  };
};
