/** What an agency must do about a report. At most ten are open at once. */
export type Assignment = {
  readonly id: string;
  readonly postId: string;
  readonly agencyId: string;
  readonly state: 'offered' | 'accepted' | 'done' | 'returned';
};

export const isOpenAssignment = (assignment: Assignment): boolean =>
  assignment.state === 'offered' || assignment.state === 'accepted';
