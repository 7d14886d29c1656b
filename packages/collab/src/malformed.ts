/** A message that does not follow the protocol. It ends its connection and nothing else. */
export class Malformed extends Error {
  override readonly name = 'Malformed'
}

/** Runs a decoder of somebody else's bytes: whatever it throws means that the bytes are malformed. */
export function decoding<T>(what: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw cause instanceof Malformed ? cause : new Malformed(`${what} does not decode`, { cause })
  }
}
