import { cartonOf, listed, type Manifest } from './carton.ts'
import type { Signer } from './signer.ts'
import type { Packed } from './zip.ts'

/** Packs files under the log's seal: whoever trusts the log sees that nothing was added, left out or changed. */
export function makeBundle(
  signer: Signer,
  about: Pick<Manifest, 'about' | 'madeFor' | 'madeAt'>,
  files: readonly Packed[],
): Uint8Array {
  return cartonOf(signer.manifest({ ...about, files: listed(files) }), files)
}
