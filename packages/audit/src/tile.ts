/** C2SP tlog-tiles: hashes of one level, 256 to a complete tile. */
export const tileWidth = 256

/** The `tile`-th tile of a level, with as many hashes as there are. */
export type TileRef = { readonly level: number; readonly tile: number; readonly width: number }

/** Hands out the bytes of a tile; nothing where there is none. */
export type ReadTile = (ref: TileRef) => Promise<Uint8Array | undefined>

/** Where a tile lies below the log's address: `tile/0/x001/234`, or `tile/0/x001/234.p/17` while it is not complete. */
export const tilePath = ({ level, tile, width }: TileRef): string =>
  `tile/${level}/${numberPath(tile)}${width === tileWidth ? '' : `.p/${width}`}`

/** Where the entries under a tile of level 0 lie. */
export const bundlePath = (tile: number, width: number = tileWidth): string =>
  `tile/entries/${numberPath(tile)}${width === tileWidth ? '' : `.p/${width}`}`

/** The tile that a path names; nothing where it names none. */
export function tileOf(path: string): TileRef | undefined {
  const [, level, number, width] =
    /^tile\/(0|[1-9]|[1-5]\d|6[0-3])\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path) ?? []
  if (level === undefined || number === undefined || Number(width ?? 1) >= tileWidth) return undefined
  const tile = Number(number.replaceAll(/[x/]/g, ''))
  const ref = { level: Number(level), tile, width: Number(width ?? tileWidth) }
  return Number.isSafeInteger(tile) && tilePath(ref) === path ? ref : undefined
}

/** All tiles of a tree, complete or not: those of a level, then of the next. */
export function* tilesOf(size: number): Generator<TileRef> {
  for (let [level, hashes] = [0, size]; hashes > 0; level++, hashes = Math.floor(hashes / tileWidth)) {
    for (let tile = 0; tile < Math.floor(hashes / tileWidth); tile++) yield { level, tile, width: tileWidth }
    if (hashes % tileWidth > 0) yield { level, tile: Math.floor(hashes / tileWidth), width: hashes % tileWidth }
  }
}

/** The tile of a tree that holds the `index`-th hash of a level. */
export function tileHolding(level: number, index: number, size: number): TileRef {
  const hashes = Math.floor(size / tileWidth ** level)
  const tile = Math.floor(index / tileWidth)
  return { level, tile, width: Math.min(tileWidth, hashes - tile * tileWidth) }
}

function numberPath(tile: number): string {
  const digits = String(tile)
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  return padded.replaceAll(/\d{3}(?=\d)/g, 'x$&/')
}
