import pg from 'pg';

export type Listener = { readonly close: () => Promise<void> };

export type ListenerOptions = {
  /** A session connection: through a pooler in transaction mode a `listen` hears nothing. */
  readonly url: string;
  readonly channel: string;
  readonly onNotify: (payload: string) => void;
  readonly onError: (error: unknown) => void;
};

const retryMs = 2_000;

/** Listens for `notify` and comes back by itself after the connection is lost. Only wakes: whoever is woken asks the tables. */
export const startListener = (options: ListenerOptions): Listener => {
  let client: pg.Client | null = null;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  const again = (): void => {
    client = null;
    if (!closed) timer = setTimeout(() => void connect(), retryMs);
  };

  const connect = async (): Promise<void> => {
    const attempt = new pg.Client({ connectionString: options.url, application_name: 'laksa listen', keepAlive: true });
    attempt.on('error', options.onError);
    attempt.on('end', again);
    attempt.on('notification', (message) => options.onNotify(message.payload ?? ''));
    try {
      await attempt.connect();
      if (closed) return await attempt.end();
      client = attempt;
      await attempt.query(`listen ${pg.escapeIdentifier(options.channel)}`);
      options.onNotify('');
    } catch (error) {
      if (!closed) options.onError(error);
      await attempt.end().catch(() => undefined);
    }
  };

  void connect();
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
};
