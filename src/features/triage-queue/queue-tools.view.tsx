import { Button, Buttons } from '../../ui/button.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import { SelectField, type Option } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Text } from '../../ui/texts/text.ts';

/** Leads to a report by its number. */
export const Search = ({
  t,
  typed,
  error,
}: {
  readonly t: Text;
  readonly typed: string;
  readonly error?: string | undefined;
}) => (
  <form class="form" method="get" action="/petugas">
    <TextField
      name="nomor"
      label={t('staff.queue.search')}
      value={typed}
      inputMode="numeric"
      size="code"
      error={error}
    />
    <Button tone="secondary">{t('general.search')}</Button>
  </form>
);

export const ListChoice = ({
  t,
  lists,
  list,
}: {
  readonly t: Text;
  readonly lists: readonly Option[];
  readonly list: string;
}) => (
  <form class="form" method="get" action="/petugas">
    <SelectField name="daftar" label={t('staff.lists.which')} options={lists} value={list} />
    <Button tone="secondary">{t('staff.lists.show')}</Button>
  </form>
);

/** For who holds several posts. */
export const PostChoice = ({
  t,
  posts,
  post,
}: {
  readonly t: Text;
  readonly posts: readonly Option[];
  readonly post: string;
}) => (
  <PostForm action="/petugas/pos">
    <SelectField name="post" label={t('staff.post.choose')} options={posts} value={post} />
    <Buttons>
      <Button tone="secondary">{t('staff.post.act')}</Button>
    </Buttons>
  </PostForm>
);
