import { isIPv4, isIPv6 } from 'node:net'

/**
 * The block of addresses that one customer of a network has: an IPv4 address itself, an IPv6 address's first 64 bits
 * (a household or office has all the rest, and could take a new one for every attempt).
 */
export function addressBlock(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined && isIPv4(mapped)) return mapped
  const bare = address.replace(/%.*$/, '')
  if (!isIPv6(bare)) return address
  // A URL writes every IPv6 address in one way: lower case, no leading zeros, the longest run of zeros as "::".
  const canonical = new URL(`http://[${bare}]`).hostname.slice(1, -1)
  const [head = '', tail] = canonical.split('::')
  const first = groups(head)
  const last = tail === undefined ? [] : groups(tail)
  const zeros = Array<string>(8 - first.length - last.length).fill('0')
  return `${[...first, ...zeros, ...last].slice(0, 4).join(':')}::/64`
}

function groups(part: string): string[] {
  return part === '' ? [] : part.split(':')
}
