import type { Text } from './texts/text.ts';

const places = {
  reports: '/laporan',
  map: '/peta',
  areas: '/wilayah',
  agencies: '/instansi',
} as const;

const names = ['reports', 'map', 'areas', 'agencies'] as const satisfies readonly (keyof typeof places)[];

/** The ways through what everyone may read. */
export const Around = ({ t, path }: { readonly t: Text; readonly path: string }) => (
  <nav aria-label={t('reading.around.label')}>
    <ul class="around">
      {names.map((name) => (
        <li key={name}>
          <a href={places[name]} aria-current={path.split('?')[0] === places[name] ? 'page' : undefined}>
            {t(`reading.around.${name}`)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
