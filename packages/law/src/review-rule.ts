import { type LinedYaml, unknownName } from '@lianban/lined-yaml'
import { z } from 'zod'
import { Citation, type Laws, Status, Words } from './citation.ts'
import { noteUnknownLaws } from './note-unknown-laws.ts'

/** 三性: what is examined in every item of evidence. */
export const evidenceProperties = ['authenticity', 'legality', 'relevance'] as const
export type EvidenceProperty = (typeof evidenceProperties)[number]

/** What a procurator makes of a property. */
export const reviewOutcomes = ['accepted', 'curable', 'excluded'] as const
export type ReviewOutcome = (typeof reviewOutcomes)[number]

const Told = { words: Words, basis: z.array(Citation).min(1), status: Status }

const Reason = z.strictObject({
  id: z.string().regex(/^[a-z_]+$/),
  property: z.enum(evidenceProperties),
  outcomes: z.array(z.enum(reviewOutcomes).exclude(['accepted'])).min(1),
  ...Told,
  /** What has to be done about it. */
  follows: Words,
})

const File = z.strictObject({
  properties: z.record(z.enum(evidenceProperties), z.strictObject(Told)),
  outcomes: z.record(z.enum(reviewOutcomes), z.strictObject(Told)),
  reasons: z.array(Reason).min(1),
})
export type ReviewRules = z.infer<typeof File>

/** Reads the properties that a procurator examines and the reasons for doubting each. */
export function readReview(yaml: LinedYaml, laws: Laws): ReviewRules | undefined {
  const file = yaml.checked(yaml.root, 'the review', File)
  if (!file) return undefined
  const root = yaml.root!
  const cited = [...file.reasons, ...Object.values(file.properties), ...Object.values(file.outcomes)]
  noteUnknownLaws(
    yaml,
    root,
    laws,
    cited.flatMap(({ basis }) => basis),
  )
  const ids = file.reasons.map(({ id }) => id)
  const twice = ids.find((id, i) => ids.indexOf(id) < i)
  if (twice) yaml.refuse(root, `${twice} is the id of two`)
  const bare = evidenceProperties.find((each) => !file.reasons.some(({ property }) => property === each))
  if (bare) yaml.refuse(root, unknownName('reason for', bare, []))
  return file
}
