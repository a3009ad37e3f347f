import { stateGroupNames } from '../../domain/report-filter.ts';
import { Icon } from '../../ui/icon.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { Text } from '../../ui/texts/text.ts';

type MapPartProps = {
  readonly frame: PageFrame;
  /** What cuts the reports, as it stands in an address. */
  readonly query: string;
  /** The area they are cut to, by its code; empty: the whole city. */
  readonly area: string;
};

/** The map comes when it is asked for, with what is in sight beside it as a list. */
export const MapPart = (props: MapPartProps) => {
  const { t, assets } = props.frame;
  const script = assets.scripts?.['show-map/map.client.ts'];
  if (script === undefined) return null;
  return (
    <>
      <noscript>
        <p class="quiet">{t('map.noScript')}</p>
      </noscript>
      <Offered {...props} script={script} />
    </>
  );
};

/** Shown by the script. */
const Offered = ({ frame: { t }, query, area, script }: MapPartProps & { readonly script: string }) => (
  <section
    aria-labelledby={headingId}
    data-public-map
    data-query={query}
    data-area={area}
    data-failed={t('map.failed')}
    data-together={t('map.together', { number: '#' })}
    hidden
  >
    <p data-map-offer>
      <button class="button button-secondary" type="button" data-map={script} data-failed={t('map.failed')}>
        <Icon name="pin" /> {t('map.open')}
      </button>{' '}
      <span class="quiet">{t('map.openHint')}</span>
    </p>
    <div class="map-page" data-map-shown hidden>
      <Map t={t} />
      <div class="map-list">
        <h2 id={headingId}>{t('map.shown')}</h2>
        <ol data-map-list tabindex={-1} aria-labelledby={headingId} />
      </div>
    </div>
    <output data-map-said />
  </section>
);

const headingId = 'map-heading';
const keysId = 'map-keys';

const Map = ({ t }: { readonly t: Text }) => (
  <div>
    <p class="quiet map-fingers">{t('map.fingers')}</p>
    <div class="map-frame">
      <div class="map-place" role="application" aria-label={t('map.place')} aria-describedby={keysId} />
      <div class="map-zoom">
        <button type="button" data-zoom="1" aria-label={t('map.zoomIn')}>
          +
        </button>
        <button type="button" data-zoom="-1" aria-label={t('map.zoomOut')}>
          −
        </button>
      </div>
    </div>
    <p class="quiet map-keys" id={keysId}>
      {t('map.keys')}
    </p>
    <ul class="map-legend" aria-label={t('map.legend')}>
      {stateGroupNames.map((group) => (
        <li key={group}>
          <svg class={`map-of-${group}`} viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="8" r="5" />
          </svg>{' '}
          {t(`publicReport.filter.stateOf.${group}`)}
        </li>
      ))}
    </ul>
    <p class="quiet">{t('map.places')}</p>
    <p class="quiet" data-map-owed hidden />
  </div>
);
