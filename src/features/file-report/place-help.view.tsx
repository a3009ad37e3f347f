import { Icon } from '../../ui/icon.tsx';
import type { Text } from '../../ui/texts/text.ts';

type PositionProps = {
  readonly t: Text;
  /** The script of the map; absent: none was built. */
  readonly map?: string | undefined;
};

/** Shown by the script: where the device is, if it can tell, and a map, which comes when it is asked for. */
export const Position = ({ t, map }: PositionProps) => (
  <div
    class="field"
    data-position
    hidden
    data-failed={t('fileReport.position.failed')}
    data-unnamed={t('fileReport.position.unknown')}
  >
    <button class="button button-secondary" type="button" data-position-use hidden>
      <Icon name="pin" /> {t('fileReport.position.use')}
    </button>
    {map !== undefined && (
      <button class="button button-secondary" type="button" data-map={map} data-failed={t('fileReport.map.failed')}>
        <Icon name="pin" /> {t('fileReport.map.open')}
      </button>
    )}
    <output class="field-hint" />
  </div>
);
