import { type Role, roles } from '@lianban/identity'
import type { LinedYaml } from '@lianban/policy'
import { z } from 'zod'

/** 办案知悉范围: what holds of the officers to whom a record is kept. */
export type ReaderMeasures = {
  /** Posts that answer for a record: one of those who may know holds one of them. */
  readonly answeredBy: readonly Role[]
}

/** Reads the file; what is wrong is noted in the file, by line. */
export function readReaders(yaml: LinedYaml): ReaderMeasures | undefined {
  const root = yaml.record(yaml.root, 'the readers', ['answeredBy'])
  if (!root) return undefined
  const at = root.answeredBy.value
  const posts = z.array(z.enum(roles)).min(1).safeParse(yaml.plain(at))
  return posts.success
    ? { answeredBy: posts.data }
    : yaml.refuse(at, `answeredBy cannot be ${JSON.stringify(yaml.plain(at))}: a list of posts`)
}

/** Whether somebody among officers with these posts answers for what is kept to them. */
export const isAnswered = ({ answeredBy }: ReaderMeasures, posts: readonly (readonly Role[])[]): boolean =>
  posts.flat().some((role) => answeredBy.includes(role))
