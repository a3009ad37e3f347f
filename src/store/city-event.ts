import type { FieldChanges } from '../domain/city-event.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import type { Tx } from './tx.ts';

/** Who changes a city: an account, and the post it acts as; neither: the operator, by a command. */
export type CityActor = { readonly userId: string; readonly postId: string } | null;

export type NewCityEvent = {
  /** Thing and verb: `post.opened`. */
  readonly kind: string;
  readonly subjectId: string;
  readonly by: CityActor;
  readonly changes: FieldChanges;
  /** The event that this one takes back. */
  readonly undoes?: string;
  readonly at: Date;
};

/** Writes down a change of the city itself, in the transaction that makes it. Gives the event's id; throws when `undoes` was undone before. */
export const recordCityEvent = async (tx: Tx, tenantId: string, event: NewCityEvent): Promise<string> => {
  const id = uuid7(event.at);
  await tx
    .insertInto('city_event')
    .values({
      tenant_id: tenantId,
      id,
      at: event.at,
      kind: event.kind,
      subject_id: event.subjectId,
      by_user: event.by?.userId ?? null,
      by_post: event.by?.postId ?? null,
      changes: JSON.stringify(event.changes),
      undoes: event.undoes ?? null,
    })
    .execute();
  return id;
};
