export type LoggableError = {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly stack: readonly string[];
  readonly cause?: LoggableError;
};

/** Class 22, data exception: the message quotes the value that was typed. */
const quotesTheValue = /^22/;

/**
 * An error as the log may hold it: where and why, never with what. PostgreSQL's `detail` and `where` carry whole rows
 * ("Key (phone)=(...) already exists") and are left out.
 */
export const loggableError = (error: Error): LoggableError => {
  const code = textAt(error, 'code');
  const constraint = textAt(error, 'constraint');
  return {
    type: error.name,
    message: quotesTheValue.test(code ?? '') ? error.message.replaceAll(/"[^]*"/g, '"…"') : error.message,
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    stack: framesOf(error),
    ...(error.cause instanceof Error ? { cause: loggableError(error.cause) } : {}),
  };
};

const textAt = (error: Error, key: 'code' | 'constraint'): string | undefined => {
  const value: unknown = Object.getOwnPropertyDescriptor(error, key)?.value;
  return typeof value === 'string' ? value : undefined;
};

/** Without the lines before the first frame: they repeat the message. */
const framesOf = ({ stack = '' }: Error): readonly string[] =>
  stack.split('\n').flatMap((line) => (line.startsWith('    at ') ? [line.trim().slice('at '.length)] : []));
