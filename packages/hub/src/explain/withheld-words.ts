import type { Sentence } from '@lianban/kernel'
import type { AgencyCard } from '../agencies/index.ts'
import { levelWords } from '../classification.ts'
import type { Grant } from '../grants/index.ts'
import { minuteInChina } from '../time-in-china.ts'

const somebody = { nameZh: '所属单位', nameEn: 'its owner' }

/** A grant that leaves the field out. */
export function byGrant(grant: Grant, giver: AgencyCard | undefined): Sentence {
  const { nameZh, nameEn } = giver ?? somebody
  const until = minuteInChina(grant.expiresAt)
  const level = levelWords[grant.level]
  return {
    zh: `${nameZh}给出的“${level.zh}”授权（目的：${grant.purpose}，至 ${until}）没有包括此项。`,
    en: `The “${level.en}” grant of ${nameEn} (for: ${grant.purpose}, until ${until}) leaves it out.`,
  }
}

/** Read as part of a case, a clue shows no more than the agency of the case has of it. */
export function byCase(agency: AgencyCard | undefined): Sentence {
  const { nameZh, nameEn } = agency ?? somebody
  return {
    zh: `您只通过${nameZh}的案件看到该线索，而${nameZh}自己也没有获得此项。`,
    en: `You read the clue only through a case of ${nameEn}, which does not have it itself.`,
  }
}
