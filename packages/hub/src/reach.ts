import { BlockList, isIP } from 'node:net'

/**
 * Everything that is not the open internet: private, local, shared, reserved, and IPv4 hidden in IPv6. Mapped addresses
 * are not listed: a block list looks at what they stand for, and with them listed it would bar all of IPv4.
 */
const barred = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  barred.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  barred.addSubnet(net, bits, 'ipv6')

/** Which addresses the hub may call beside those of the open internet. */
export type Reach = {
  /** Networks of the agencies, as `10.2.0.0/16`. */
  readonly networks: readonly string[]
  /** Plain http to this machine, as in tests. */
  readonly loopback: boolean
}

/** Whether the hub may connect to this IP address. */
export function mayCall(address: string, { networks, loopback }: Reach): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  if (!isIP(address)) return false
  if (loopback && (address === '127.0.0.1' || address === '::1')) return true
  if (!barred.check(address, family)) return true
  const open = new BlockList()
  for (const network of networks) {
    const [net = '', bits = ''] = network.split('/')
    open.addSubnet(net, Number(bits), isIP(net) === 6 ? 'ipv6' : 'ipv4')
  }
  return open.check(address, family)
}

/** Whether an address may be entered at all; where its name leads is looked at each time that it is called. */
export function mayStand(url: string, reach: Reach): boolean {
  const parsed = URL.parse(url)
  if (!parsed || parsed.username || parsed.password || parsed.hash) return false
  const host = parsed.hostname.replace(/^\[|\]$/g, '')
  const isHere = reach.loopback && ['localhost', '127.0.0.1', '::1'].includes(host)
  if (parsed.protocol !== 'https:' && !(isHere && parsed.protocol === 'http:')) return false
  if (isIP(host)) return mayCall(host, reach)
  return isHere || (host.includes('.') && !/\.(local|internal|localhost)\.?$/i.test(host) && host !== 'localhost')
}
