/**
 * A message as it stands on the wire: a final binary frame of RFC 6455, which a server sends unmasked. Made once, it can
 * be written to any number of sockets.
 */
export type Frame = { readonly bytes: Uint8Array; readonly payload: Uint8Array }

const finalBinary = 0x82

export function frameOf(payload: Uint8Array): Frame {
  const head = payload.length < 126 ? 2 : payload.length < 65_536 ? 4 : 10
  const bytes = Buffer.allocUnsafe(head + payload.length)
  bytes[0] = finalBinary
  if (head === 2) bytes[1] = payload.length
  else if (head === 4) {
    bytes[1] = 126
    bytes.writeUInt16BE(payload.length, 2)
  } else {
    bytes[1] = 127
    bytes.writeBigUInt64BE(BigInt(payload.length), 2)
  }
  bytes.set(payload, head)
  return { bytes, payload: bytes.subarray(head) }
}
