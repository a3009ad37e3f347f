import type { OptionGroup } from '../../ui/select-field.tsx';
import type { Text } from '../../ui/texts/text.ts';

/** "Neroktog, Pinang": the kecamatan tells apart kelurahan of one name. */
export const villageNames = (villages: readonly OptionGroup[]): readonly string[] =>
  villages.flatMap(({ group, options }) => options.map(({ label }) => `${label}, ${group}`));

/** Shown by the script where the device can tell where it is. */
export const Position = ({ t }: { readonly t: Text }) => (
  <div class="field" data-position hidden data-failed={t('fileReport.position.failed')}>
    <button class="button button-secondary" type="button" data-position-use>
      {t('fileReport.position.use')}
    </button>
    <output class="field-hint" data-position-words />
  </div>
);
