import { Checkbox } from '../../ui/choice-field.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Part } from './report-fields.view.tsx';

/** For who reports for a neighbour, a parent, somebody who cannot: closed until it is asked for. */
export const ForOther = ({ t, fields, errorOf }: Part) => (
  <Disclosure summary={t('fileReport.forOther.open')} isOpen={fields.for_someone || fields.other_name !== ''}>
    <Checkbox name="for_someone" label={t('fileReport.field.for_someone')} value="1" isChecked={fields.for_someone} />
    <TextField
      name="other_name"
      label={t('fileReport.field.other_name')}
      error={errorOf('other_name')}
      value={fields.other_name}
      autoComplete="off"
    />
    <TextField
      name="other_contact"
      label={t('fileReport.field.other_contact')}
      hint={t('fileReport.hint.other_contact')}
      error={errorOf('other_contact')}
      value={fields.other_contact}
      autoComplete="off"
    />
    <Checkbox
      name="other_consent"
      label={t('fileReport.field.other_consent')}
      hint={t('fileReport.hint.other_consent')}
      error={errorOf('other_consent')}
      value="1"
      isChecked={fields.other_consent}
    />
  </Disclosure>
);
