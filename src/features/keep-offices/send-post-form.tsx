import type { FastifyReply, FastifyRequest } from 'fastify';

import { allows, permissionsOf } from '../../domain/permission.ts';
import type { FieldProblem } from '../../domain/refusal.ts';
import { roles, type Role } from '../../domain/role.ts';
import { sendPage } from '../../platform/http/page.ts';
import { currentCity } from '../../store/current-city.ts';
import { staffOf } from '../../store/identity.ts';
import { officeStatus, type OfficeRefusal } from '../../store/office-refusal.ts';
import { renderDocument } from '../../ui/render.ts';
import { postsPath, type KeepOfficesMeans } from './means.ts';
import { shownProblems } from './shown-problems.ts';
import { PostFormPage, type PostFormProps } from './post-form.view.tsx';
import { warningWords } from './post-props.ts';
import type { PostRow } from './post-queries.ts';
import { refusalWords } from './words.ts';

type Form = Pick<PostFormProps, 'typed' | 'hidden'> & {
  /** Null: it is to be added. */
  readonly post: PostRow | null;
  readonly problems?: readonly FieldProblem[];
  readonly refusal?: OfficeRefusal;
};

export const sendPostForm = async (laksa: KeepOfficesMeans, reply: FastifyReply, form: Form): Promise<FastifyReply> => {
  const { post, typed, hidden, problems = [], refusal } = form;
  const frame = laksa.frame(reply.request);
  const { t } = frame;
  const { agencies } = await currentCity(laksa, reply.request.tenant);
  const isChanged = refusal?.kind === 'changed_meanwhile';
  const page = (
    <PostFormPage
      frame={frame}
      title={post === null ? t('offices.post.add') : t('offices.post.change', { name: post.name })}
      above={
        post === null
          ? { href: postsPath, label: t('offices.post.title') }
          : { href: `${postsPath}/${post.slug}`, label: post.name }
      }
      action={post === null ? `${postsPath}/baru` : `${postsPath}/${post.slug}/ubah`}
      typed={typed}
      hidden={hidden}
      agencies={agencies.map(({ slug, name }) => ({ value: slug, label: name }))}
      roles={rolesToGive(reply.request, post)}
      warnings={warningWords(t, typed.roles)}
      problems={shownProblems(t, problems, {
        name: t('offices.post.name'),
        agency: t('offices.post.agency'),
        roles: t('offices.post.roles'),
      })}
      refused={refusal === undefined || isChanged ? undefined : refusalWords(t, refusal)}
      now={isChanged && post !== null ? nowOf(t, post) : undefined}
    />
  );
  const status = refusal === undefined ? (problems.length > 0 ? 422 : 200) : officeStatus(refusal);
  return sendPage(reply, renderDocument(page), status);
};

/** Only who administers the platform gives its role; a post that has it may keep it. */
const rolesToGive = (request: FastifyRequest, post: PostRow | null): readonly Role[] =>
  roles.filter(
    (role) =>
      !permissionsOf(role).includes('administer_platform') ||
      post?.roles.includes(role) === true ||
      allows(staffOf(request).post, 'administer_platform'),
  );

const nowOf = (t: ReturnType<KeepOfficesMeans['frame']>['t'], post: PostRow) => [
  { term: t('offices.post.name'), details: post.name },
  { term: t('offices.post.agency'), details: post.agency ?? t('offices.post.noAgency') },
  { term: t('offices.post.roles'), details: post.roles.map((role) => t(`role.name.${role}`)).join(', ') },
];
