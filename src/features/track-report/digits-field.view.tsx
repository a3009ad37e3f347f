import { TextField } from '../../ui/text-field.tsx';
import type { Text } from '../../ui/texts/text.ts';

type DigitsProps = { readonly t: Text; readonly value: string; readonly error: string | undefined };

const digits = { size: 'code', inputMode: 'numeric', autoComplete: 'off' } as const;

export const NumberField = ({ t, value, error }: DigitsProps) => (
  <TextField
    {...digits}
    name="nomor"
    label={t('trackReport.form.number')}
    hint={t('trackReport.form.numberHint')}
    value={value}
    error={error}
  />
);

export const CodeField = ({ t, value, error }: DigitsProps) => (
  <TextField
    {...digits}
    name="kode"
    label={t('trackReport.form.code')}
    hint={t('trackReport.form.codeHint')}
    value={value}
    error={error}
  />
);
