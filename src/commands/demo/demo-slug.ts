/** The short name of the demonstration city. */
export const demoSlug = 'demo';
