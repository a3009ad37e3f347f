import type { HealthFacts, ServiceTold } from '../../domain/health/health-facts.ts';

/** The installation as it was found at one moment. */
export type HealthSeen = {
  readonly facts: HealthFacts;
  /** What the other processes say; null where this one has nobody to ask. */
  readonly service: ServiceTold | null;
  readonly release: string;
  readonly at: Date;
};
