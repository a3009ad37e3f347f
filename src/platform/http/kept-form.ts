import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { Form } from './form-fields.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What was typed is given back with the page that says 503, to be sent again. Not for forms that hold a password or a code. */
    keepsTyped?: boolean;
  }
  interface FastifyRequest {
    /** The form as it was read, or as far as it could be; null: none was read. */
    sentForm: Form | null;
  }
}

/** What somebody typed that could not be taken now, and where it goes. Its files are named and not kept. */
export type KeptForm = Form & { readonly action: string };

export const rememberForms = (server: FastifyInstance): void => {
  server.decorateRequest('sentForm', null);
};

export const keptFormOf = ({ routeOptions, sentForm, url }: FastifyRequest): KeptForm | null =>
  routeOptions.config.keepsTyped !== true || sentForm == null
    ? null
    : { ...sentForm, action: url.split('?', 1)[0] ?? '/' };
