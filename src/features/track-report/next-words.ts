import { isOpenAssignment } from '../../domain/assignment.ts';
import type { Report } from '../../domain/report.ts';
import type { City } from '../../store/city.ts';
import type { Text } from '../../ui/texts/text.ts';

/** What happens next and who has to do it, in a sentence; null: nothing does. By when stands with the running promise. */
export const nextWords = (
  t: Text,
  { state, assignments }: Report,
  { agencies }: Pick<City, 'agencies'>,
): string | null => {
  if (state === 'closed' || state === 'rejected') return null;
  if (state !== 'assigned' && state !== 'in_progress') return t(`trackReport.nextStep.${state}`);
  const open = assignments.filter(isOpenAssignment);
  const names = agencies.filter(({ id }) => open.some(({ agencyId }) => agencyId === id)).map(({ name }) => name);
  return t(`trackReport.nextStep.${state}`, { agency: names.join(', ') || t('trackReport.nextStep.someAgency') });
};
