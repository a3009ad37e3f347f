import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * The network an address belongs to, as it is counted: an IPv4 address itself, the /56 that one subscriber of IPv6 is given (RIPE-690). Null for what
 * says nothing about who is behind it: a proxy of the own house that nobody declared, a carrier's inside, or no address at all.
 */
export const networkOf = (address: string): string | null => {
  const [plain = ''] = withoutPort(address).split('%'); // fe80::1%eth0
  if (isIPv4(plain)) return saysNothing.check(plain) ? null : plain;
  if (!isIPv6(plain)) return null;
  const groups = groupsOf(plain);
  if (isMapped(groups)) return networkOf(dotted(groups));
  if (saysNothing.check(plain, 'ipv6')) return null;
  const [first = 0, second = 0, third = 0, fourth = 0] = groups;
  return `${[first, second, third, fourth & 0xff00].map((group) => group.toString(16)).join(':')}::/56`;
};

/** Some proxies hand the port on as well: 203.0.113.7:5555, [2001:db8::1]:443. */
const withoutPort = (address: string): string => {
  const { four, six } =
    /^(?:(?<four>[\d.]+):\d{1,5}|\[(?<six>[^\]:]*:[^\]]*)\](?::\d{1,5})?)$/.exec(address)?.groups ?? {};
  return four ?? six ?? address;
};

/** IANA's registries of special addresses: this host, private, shared between a carrier and its customers, loopback, link-local, unique local. */
const saysNothing = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  saysNothing.addSubnet(net, prefix);
for (const [net, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  saysNothing.addSubnet(net, prefix, 'ipv6');

/** The eight numbers of an IPv6 address, however it was shortened. */
const groupsOf = (address: string): readonly number[] => {
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const [before, after] = [head, tail].map((part) => part.split(':').filter((group) => group !== ''));
  const given = (before?.length ?? 0) + (after?.length ?? 0);
  const zeros = Array.from({ length: 8 - given }, () => '0');
  return [...(before ?? []), ...zeros, ...(after ?? [])].map((group) => Number.parseInt(group, 16));
};

/** ::ffff:192.0.2.1, an IPv4 address as a socket of both kinds shows it. */
const isMapped = (groups: readonly number[]): boolean =>
  groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0);

const dotted = (groups: readonly number[]): string =>
  groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.');
