import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

import type { FastifyInstance } from 'fastify';

import { withCause } from '../log/cause.ts';

/** A uuid with or without its dashes: what nginx (`$request_id`) and Caddy (`{http.request.uuid}`) send. Nothing personal has this shape. */
const shape = /^([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})$/i;

/** The id that a trusted proxy has given a request, else a new one: a stranger's own would let anybody write into the log. */
export const requestIds = (trustProxy: readonly string[]): ((request: IncomingMessage) => string) => {
  const proxies = new BlockList();
  for (const network of trustProxy) addTo(proxies, network);
  return ({ socket, headers }) => {
    const brought = headers['x-request-id'];
    const parts = typeof brought === 'string' ? shape.exec(brought) : null;
    const isBelieved = parts !== null && isListed(proxies, socket.remoteAddress);
    return isBelieved ? parts.slice(1).join('-').toLowerCase() : randomUUID();
  };
};

const addTo = (list: BlockList, network: string): void => {
  const [address = '', bits] = network.split('/');
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (bits === undefined) list.addAddress(address, family);
  else list.addSubnet(address, Number(bits), family);
};

const isListed = (list: BlockList, address: string | undefined): boolean => {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/, '');
  return isIP(plain) !== 0 && list.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
};

/** From here on whatever a request starts knows its id. Twice, because what reads a body comes back without it. */
export const nameCauses = (server: FastifyInstance): void => {
  server.addHook('onRequest', (request, _reply, done) => withCause(request.id, done));
  server.addHook('preValidation', (request, _reply, done) => withCause(request.id, done));
};
