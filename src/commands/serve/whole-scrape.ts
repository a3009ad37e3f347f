import { AggregatorRegistry, type Registry } from 'prom-client';

import type { Line } from '../../platform/line/line.ts';

type Measured = Awaited<ReturnType<Registry['getMetricsAsJSON']>>;

export type ScrapeMeans = {
  /** Of the whole installation: nobody's process. */
  readonly installation: Registry;
  /** Of the supervisor itself. */
  readonly own: Registry;
  readonly members: () => readonly { readonly name: string; readonly line: Line }[];
};

/**
 * One text with the measurements of all processes of this service, each line with the name of its process. Not summed: a sum falls when one of four
 * starts anew, and whoever reads it takes the rest for growth. A process that does not answer is left out, and `laksa_process_up` says so.
 */
export const wholeScrape = async ({ installation, own, members }: ScrapeMeans): Promise<string> => {
  const asked = await Promise.all(
    members().map(async ({ name, line }) => ({ name, measured: await line.ask('metrics').catch(() => null) })),
  );
  const parts = asked.map(({ name, measured }) => (isMeasured(measured) ? labelled(measured, name) : []));
  const up = asked.map(({ name, measured }) => ({ labels: { process: name }, value: isMeasured(measured) ? 1 : 0 }));
  const whole = [
    await installation.getMetricsAsJSON(),
    [{ ...processUp, values: up }],
    labelled(await own.getMetricsAsJSON(), 'supervisor'),
    ...parts,
  ];
  return AggregatorRegistry.aggregate(whole.map((metrics) => metrics.map(asIs))).metrics();
};

export const processUp = {
  name: 'laksa_process_up',
  help: 'Whether a process of the service answers the one that started it',
  type: 'gauge',
};

const labelled = (metrics: Measured, process: string): Measured =>
  metrics.map((metric) => ({
    ...metric,
    // What is no number went through the wire as null.
    values: metric.values.map((one) => ({ ...one, value: one.value ?? NaN, labels: { ...one.labels, process } })),
  }));

/** No two values have the same labels by now: nothing is left out or made one. */
const asIs = (metric: object): object => ({ ...metric, aggregator: 'first' });

/** What a child says comes as it went through the wire; it is ours, and only its shape is looked at. */
const isMeasured = (said: unknown): said is Measured =>
  Array.isArray(said) &&
  said.every(
    (metric: unknown) => typeof metric === 'object' && metric !== null && 'name' in metric && 'values' in metric,
  );
