import canonicalize from 'canonicalize'

/** JSON in the one form of RFC 8785, so that equal values have equal bytes. Dates become ISO strings; undefined fields are left out. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('a value without a JSON form has no canonical form')
  return text
}
