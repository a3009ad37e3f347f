/** Whom the history of a report names when they were told of one of its clocks. */
export const levelsAbove = ['agency_head', 'leadership', 'oversight'] as const;

/** Who is told how far the time of a clock has run, from below to above. */
export const escalationLevels = ['holder', ...levelsAbove] as const;
export type EscalationLevel = (typeof escalationLevels)[number];

/** In percent of the time the clock runs until it is due, pauses left out: it follows every move of the due date, and no question outlasts it. */
export type EscalationStep = { readonly to: EscalationLevel; readonly percent: number };
