import type { Text } from '../../ui/texts/text.ts';

export type WhoSeesProps = {
  readonly t: Text;
  readonly publicity: readonly string[];
  readonly readings: readonly string[];
  readonly originalReadings: readonly string[];
  readonly systemReadings: readonly string[];
};

/** What everyone sees of a report, and who opened what only few may. */
export const WhoSees = ({ t, publicity, readings, originalReadings, systemReadings }: WhoSeesProps) => (
  <>
    <h2>{t('trackReport.whoSees')}</h2>
    <Lines lines={publicity} />
    <details class="field">
      <summary>{t('trackReport.reading.title', { count: readings.length })}</summary>
      {readings.length === 0 ? <p>{t('trackReport.reading.none')}</p> : <Lines lines={readings} />}
      {systemReadings.length > 0 && (
        <>
          <p>{t('trackReport.reading.system')}</p>
          <Lines lines={systemReadings} />
        </>
      )}
    </details>
    {originalReadings.length > 0 && (
      <details class="field">
        <summary>{t('trackReport.reading.titleOriginal', { count: originalReadings.length })}</summary>
        <Lines lines={originalReadings} />
      </details>
    )}
  </>
);

export const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
