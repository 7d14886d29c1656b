import type { Sentence } from '@lianban/kernel'
import { isWithin, levels } from '../classification.ts'
import type { Grant } from '../grants/index.ts'
import { widerThanParent } from './refusals.ts'

type Terms = Pick<Grant, 'level' | 'withheldFields' | 'expiresAt' | 'purpose' | 'allowsOnward'>

/** Refuses what goes beyond the grant it hangs on: not in reach, not in fields, not in time, not in purpose. */
export function assertWithinParent(parent: Grant, terms: Terms): void {
  const beyond = beyondParent(parent, terms)
  if (beyond) throw widerThanParent(beyond)
}

function beyondParent(parent: Grant, terms: Terms): Sentence | undefined {
  if (!isWithin(levels, terms.level, parent.level)) return { zh: '权限级别更高。', en: 'the level is higher.' }
  if (!parent.withheldFields.every((field) => terms.withheldFields.includes(field)))
    return { zh: '必须隐去对贵单位隐去的全部字段。', en: 'every field that is withheld from you must be withheld.' }
  if (terms.expiresAt > parent.expiresAt) return { zh: '截止时间更晚。', en: 'it ends later.' }
  if (terms.purpose !== parent.purpose) return { zh: '目的不同。', en: 'the purpose is another.' }
  return undefined
}
