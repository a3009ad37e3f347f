import { z } from 'zod';

/** As much of an OpenAPI document as the page reads. */
const jsonSchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  format: z.string().optional(),
  required: z.array(z.string()).optional(),
  get properties() {
    return z.record(z.string(), jsonSchema).optional();
  },
  get items() {
    return jsonSchema.optional();
  },
  get anyOf() {
    return z.array(jsonSchema).optional();
  },
  get oneOf() {
    return z.array(jsonSchema).optional();
  },
});
type JsonSchema = z.output<typeof jsonSchema>;

const content = z.record(z.string(), z.looseObject({ schema: jsonSchema.optional(), example: z.unknown().optional() }));
const operation = z.looseObject({
  summary: z.string().optional(),
  description: z.string().optional(),
  tags: z.array(z.string()).optional(),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  parameters: z
    .array(
      z.looseObject({
        name: z.string(),
        in: z.string(),
        required: z.boolean().optional(),
        description: z.string().optional(),
        schema: jsonSchema.optional(),
      }),
    )
    .optional(),
  requestBody: z.looseObject({ content }).optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string() })).optional(),
});
const document = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), operation)) });

export type ApiField = {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly about: string;
};

/** A body, or one of several that a route takes. */
export type ApiBody = { readonly title: string | null; readonly about: string; readonly fields: readonly ApiField[] };

export type ApiOperation = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly key: 'none' | 'optional' | 'needed';
  readonly parameters: readonly ApiField[];
  readonly bodies: readonly ApiBody[];
  readonly example: unknown;
  /** Whether it is sent as a form and in no other way. */
  readonly isForm: boolean;
  readonly answers: readonly { readonly status: string; readonly about: string }[];
};

/** The operations of an OpenAPI document, in its order. Throws on what is none: it is made by this server. */
export const operationsOf = (openApi: unknown): readonly ApiOperation[] =>
  Object.entries(document.parse(openApi).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => operationFrom(path, method, one)),
  );

const operationFrom = (path: string, method: string, one: z.output<typeof operation>): ApiOperation => {
  const { 'application/json': json, 'multipart/form-data': form } = one.requestBody?.content ?? {};
  const body = json ?? form;
  return {
    id: `${method}-${path.replaceAll(/[^a-z0-9]+/gi, '-')}`,
    method: method.toUpperCase(),
    path,
    summary: one.summary ?? '',
    description: one.description ?? '',
    key: keyOf(one.security),
    parameters: (one.parameters ?? []).map((parameter) =>
      fieldFrom(
        parameter.name,
        { description: parameter.description, ...parameter.schema },
        parameter.required === true,
      ),
    ),
    bodies: body?.schema === undefined ? [] : bodiesOf(body.schema),
    example: body?.example,
    isForm: json === undefined && form !== undefined,
    answers: Object.entries(one.responses ?? {}).map(([status, { description }]) => ({ status, about: description })),
  };
};

const keyOf = (security: z.output<typeof operation>['security']): ApiOperation['key'] => {
  const isNeeded = (security ?? []).map((schemes) => Object.keys(schemes).length > 0);
  if (!isNeeded.includes(true)) return 'none';
  return isNeeded.includes(false) ? 'optional' : 'needed';
};

const bodiesOf = (schema: JsonSchema): readonly ApiBody[] => {
  const variants = schema.oneOf ?? schema.anyOf;
  return variants === undefined ? [bodyFrom(schema)] : variants.map(bodyFrom);
};

const bodyFrom = (schema: JsonSchema): ApiBody => ({
  title: schema.title ?? null,
  about: schema.description ?? '',
  fields: fieldsOf(schema, ''),
});

/** Fields inside a field are named by their path: `publish.title`. */
const fieldsOf = (schema: JsonSchema, prefix: string): readonly ApiField[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    fieldFrom(`${prefix}${name}`, field, schema.required?.includes(name) === true),
    ...fieldsOf(field, `${prefix}${name}.`),
  ]);

const fieldFrom = (name: string, schema: JsonSchema, isRequired: boolean): ApiField => ({
  name,
  type: typeOf(schema),
  isRequired,
  about: schema.description ?? '',
});

const typeOf = (schema: JsonSchema): string => {
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.type === 'array') return `[${schema.items === undefined ? '' : typeOf(schema.items)}]`;
  return [schema.type ?? 'any'].flat().join(' | ');
};
