import type { Sentence } from '@lianban/kernel'
import { type LinedYaml, unknownName } from '@lianban/lined-yaml'
import { z } from 'zod'
import { Citation, citationWords, isVerified, type Laws, Status, statusWords, Words } from './citation.ts'
import { noteUnknownLaws } from './note-unknown-laws.ts'
import { powerHolders } from './powers.ts'
import { type TrackName, type Tracks, trackNames } from './tracks.ts'

const Places = z.partialRecord(z.enum(trackNames), z.array(z.string()).min(1))

const Ground = z.strictObject({
  id: z.string().regex(/^[a-z_]+$/),
  words: Words,
  by: z.array(z.enum(powerHolders)).min(1),
  at: Places.default({}),
  basis: z.array(Citation).min(1),
  status: Status,
})

const ClosingFile = z.strictObject({ owed: Places, grounds: z.array(Ground).min(1) })
export type ClosingRules = z.infer<typeof ClosingFile>

/** Where a case stands on each of its tracks. */
export type Standings = Partial<Readonly<Record<TrackName, string>>>

/** Reads when a case may be closed; a place that its track does not have is noted by line. */
export function readClosing(yaml: LinedYaml, laws: Laws, tracks: Tracks | undefined): ClosingRules | undefined {
  const file = yaml.checked(yaml.root, 'the closing', ClosingFile)
  if (!file || !tracks) return file
  const root = yaml.mapping(yaml.root, 'the closing')!
  const nodes = yaml.list(root.get('grounds')!.value, 'grounds') ?? []
  const check = (node: Parameters<LinedYaml['refuse']>[0], places: z.infer<typeof Places>) => {
    for (const [track, states] of Object.entries(places)) {
      const known = Object.keys(tracks.tables[track as TrackName].states)
      for (const state of states.filter((each) => !known.includes(each)))
        yaml.refuse(node, unknownName('state', state, known))
    }
  }
  check(root.get('owed')!.value!, file.owed)
  for (const [i, ground] of file.grounds.entries()) {
    noteUnknownLaws(yaml, nodes[i]!, laws, ground.basis)
    check(nodes[i]!, ground.at)
    if (file.grounds.filter(({ id }) => id === ground.id).length > 1)
      yaml.refuse(nodes[i]!, `${ground.id} is the id of two grounds`)
  }
  return file
}

export type GroundTold = {
  readonly id: string
  readonly words: Sentence
  readonly basis: readonly Sentence[]
  readonly statusWords: Sentence
  readonly isVerified: boolean
}

/** On which grounds an agency of this kind may close a case that stands there, and the tracks on which a step is still owed. */
export function closingOf(
  { closing, laws }: { readonly closing: ClosingRules; readonly laws: Laws },
  by: string,
  standings: Standings,
): { readonly owed: readonly TrackName[]; readonly grounds: readonly GroundTold[] } {
  const stands = ([track, states]: [string, readonly string[]]) =>
    states.includes(standings[track as TrackName] ?? 'nowhere')
  const owed = trackNames.filter((track) => stands([track, closing.owed[track] ?? []]))
  const open = closing.grounds.filter((ground) => {
    const isOwn = ground.by.some((kind) => kind === by)
    return owed.length === 0 && isOwn && Object.entries(ground.at).every(stands)
  })
  return { owed, grounds: open.map((ground) => groundTold(laws, ground)) }
}

export const groundTold = (laws: Laws, { id, words, basis, status }: ClosingRules['grounds'][number]): GroundTold => ({
  ...{ id, words },
  basis: basis.map((each) => citationWords(laws, each)),
  statusWords: statusWords[status],
  isVerified: isVerified(status),
})
