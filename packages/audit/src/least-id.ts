/** The least id that an entry of this time can have (UUID version 7, RFC 9562): what came since is a range of ids. */
export function leastIdAt(at: Date): string {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}
