import type { Row } from '../row.ts';

/** A row of which only what matters to a test is said. */
export const inventedRow = (id: string, more: Partial<Row> = {}): Row => ({
  id,
  text: id,
  topic: '',
  category: '',
  agency: '',
  village: '',
  villageCode: '',
  place: '',
  group: id,
  filedAt: new Date('2022-01-01T00:00:00Z'),
  answeredAt: null,
  ...more,
});
