import type { Role } from '../app/api-types.ts'

/** One officer as typed into the form. */
export type Person = {
  readonly subject: string
  readonly postZh: string
  readonly postEn: string
  readonly roles: readonly string[]
}

export const emptyPerson = (): Person => ({ subject: '', postZh: '', postEn: '', roles: [] })

export const isComplete = ({ subject, postZh, postEn, roles }: Person): boolean =>
  [subject, postZh, postEn].every((text) => text.trim() !== '') && roles.length > 0

/** What is sent: spaces around a text mean nothing. */
export const entryOf = (draft: {
  readonly agencySlug: string
  readonly reason: string
  readonly people: readonly Person[]
}) => ({
  agencySlug: draft.agencySlug,
  reason: draft.reason.trim(),
  officers: draft.people.map(({ subject, postZh, postEn, roles }) => ({
    subject: subject.trim(),
    postZh: postZh.trim(),
    postEn: postEn.trim(),
    roles: [...roles] as Role[],
  })),
})
