import { canonicalJson, type Sentence } from '@lianban/kernel'
import { sha256Hex } from '@lianban/kernel/digest'
import { bytesOf, utf8 } from './bytes.ts'
import { isProblem, type ProofProblem, proofProblems } from './proof-problems.ts'
import { type VerifiedReceipt, verifyReceipt } from './receipt.ts'
import type { Trust } from './trust.ts'
import { type Packed, unzipped, zipOf } from './zip.ts'

/** What a bundle says of itself: what it is about, who had it made, and the digest of every file. */
export type Manifest = {
  readonly v: 'lianban-bundle/1'
  readonly about: { readonly kind: string; readonly id: string; readonly name: Sentence }
  readonly madeFor: Sentence
  readonly madeAt: number
  /** SHA-256 of each file, in the order in which they lie in the archive. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
  /** The log's signature over all of the above. */
  readonly seal: string
}

export const manifestName = 'manifest.json'
/** Files below this name are receipts; each is verified by itself. */
export const receiptsFolder = 'receipts/'
/** Files below this name are contents, each below its SHA-256. */
export const contentsFolder = 'files/'

const manifestText = (manifest: Manifest): string => `${canonicalJson(manifest)}\n`

/** What is sealed; no checkpoint and no receipt begins like this. */
export const sealedManifest = ({ seal: _seal, ...manifest }: Omit<Manifest, 'seal'> & { readonly seal?: string }) =>
  utf8(`${manifest.v} seal\n${canonicalJson(manifest)}`)

export const listed = (files: readonly Packed[]): Manifest['files'] =>
  files.map(({ name, bytes }) => ({ name, sha256: sha256Hex(bytes) }))

/** The bundle as one file: the manifest first, then what it lists. */
export const cartonOf = (manifest: Manifest, files: readonly Packed[]): Uint8Array =>
  zipOf([{ name: manifestName, bytes: utf8(manifestText(manifest)) }, ...files])

export type VerifiedBundle = {
  readonly ok: true
  readonly manifest: Manifest
  readonly files: readonly Packed[]
  readonly receipts: readonly { readonly name: string; readonly verdict: VerifiedReceipt }[]
}

/** What else must hold of a file, by what it is: the digest that a sealed text was signed with, say. */
export type CheckFile = (file: { readonly name: string; readonly text: () => string }) => Sentence | undefined

/** Whether a bundle holds: whole, sealed by the log, and every receipt in it proved. Pure: it asks nobody. */
export function verifyBundle(
  archive: Uint8Array,
  trust: Trust,
  check: CheckFile = () => undefined,
): VerifiedBundle | ({ readonly ok: false } & ProofProblem) {
  const refused = (problem: ProofProblem) => ({ ok: false as const, ...problem })
  const [first, ...files] = unzipped(archive) ?? []
  const manifest = first?.name === manifestName ? manifestIn(first.bytes) : undefined
  if (!manifest) return refused(proofProblems.notABundle())
  const differing = firstDiffering(manifest.files, listed(files))
  if (differing) return refused(proofProblems.fileChanged(differing))
  const seal = bytesOf(manifest.seal)
  if (!seal || trust.log.verify?.(sealedManifest(manifest), seal) !== true)
    return refused(proofProblems.manifestSealWrong())
  const receipts = []
  for (const [i, { name, bytes }] of files.entries()) {
    const text = () => new TextDecoder().decode(bytes)
    const found = name.startsWith(receiptsFolder) ? verifyReceipt(text(), trust) : undefined
    if (found && isProblem(found)) return refused(proofProblems.inFile(name, found))
    if (found?.ok) receipts.push({ name, verdict: found })
    if (name.startsWith(contentsFolder) && !name.startsWith(`${contentsFolder}${manifest.files[i]!.sha256}/`))
      return refused(proofProblems.fileMisplaced(name))
    const wrong = check({ name, text })
    if (wrong) return refused(proofProblems.fileWrong(name, wrong))
  }
  return { ok: true, manifest, files, receipts }
}

/** The one text of a manifest: what reads as one and is written differently is none. */
function manifestIn(bytes: Uint8Array): Manifest | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const manifest = JSON.parse(text) as Manifest
    const { v, about, madeFor, madeAt, files, seal } = manifest
    const isWhole =
      typeof about.id === 'string' && isSaid(about.name) && isSaid(madeFor) && Number.isSafeInteger(madeAt)
    const areListed = files.every(({ name, sha256 }) => typeof name === 'string' && typeof sha256 === 'string')
    if (v !== 'lianban-bundle/1' || !isWhole || !areListed || typeof seal !== 'string') return undefined
    return manifestText({ v, about, madeFor, madeAt, files, seal }) === text ? manifest : undefined
  } catch {
    return undefined
  }
}

const isSaid = ({ zh, en }: Sentence): boolean => typeof zh === 'string' && typeof en === 'string'

/** The first name under which the lists differ: changed, missing, or not listed. */
function firstDiffering(wanted: Manifest['files'], found: Manifest['files']): string | undefined {
  for (let i = 0; i < Math.max(wanted.length, found.length); i++) {
    const [one, other] = [wanted[i], found[i]]
    if (one?.name !== other?.name || one?.sha256 !== other?.sha256) return one?.name ?? other?.name
  }
  return undefined
}
