import { agencyKinds } from '../../domain/agency-kind.ts';
import { ruleFor } from '../../store/city.ts';
import type { OptionGroup } from '../../ui/select-field.tsx';
import { typedOr, type Making } from './making.ts';
import type { MoveField } from './move-form.view.tsx';

/** The coordinator chooses an agency, its head one of its posts; the rule's proposal is chosen beforehand. */
export function assignee(making: Making): MoveField {
  const { t, city, story, post } = making;
  const rule = ruleFor(city, story.categoryId, story.villageCode);
  if (post.roles.some((role) => role === 'coordinator' || role === 'inspectorate')) {
    const proposed = city.agencies.find((agency) => agency.id === rule?.agencyId)?.slug ?? '';
    return {
      ...agencyField(making, 'agency', proposed),
      label: t('staff.field.agency'),
      empty: t('staff.field.agencyNone'),
    };
  }
  const colleagues = city.posts.filter((one) => one.agencyId === post.agencyId);
  const options = colleagues.map((one) => ({ value: one.slug, label: one.name }));
  return {
    as: 'select',
    name: 'post',
    label: t('staff.field.post'),
    empty: t('staff.field.postNone'),
    options,
    value: typedOr(making, 'post', ''),
  };
}

export function proposedOwner(making: Making): MoveField {
  const { t } = making;
  return {
    ...agencyField(making, 'proposed_agency', ''),
    label: t('staff.field.owner'),
    empty: t('staff.field.ownerNone'),
    isOptional: true,
  };
}

const agencyField = (making: Making, name: 'agency' | 'proposed_agency', proposed: string) =>
  ({
    as: 'select',
    name,
    options: agencyOptions(making),
    value: typedOr(making, name, proposed),
  }) as const;

/** The offices of the city first, then those of its districts and villages. */
const agencyOptions = ({ t, city }: Making): readonly OptionGroup[] =>
  agencyKinds
    .map((kind) => ({
      group: t(`staff.agencyKind.${kind}`),
      options: city.agencies
        .filter((agency) => agency.kind === kind)
        .map((agency) => ({ value: agency.slug, label: agency.name })),
    }))
    .filter(({ options }) => options.length > 0);
