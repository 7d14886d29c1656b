import { vocabulary as plain } from './letter-world.ts'
import type { Vocabulary } from './vocabulary.ts'

const letter = plain.subjects.Letter!
const shares = letter.relations.shares!
/** The small world with words for what rules speak of. */
export const vocabulary: Vocabulary = {
  ...plain,
  roleWords: { clerk: { zh: '文员', en: 'clerk' }, leader: { zh: '负责人', en: 'leader' } },
  askedWords: { '$officer.agencyId': { zh: '贵单位', en: 'your agency' }, $now: { zh: '现在', en: 'now' } },
  timeWords: (at) => at.toISOString().slice(0, 10),
  subjects: {
    ...plain.subjects,
    Letter: {
      ...letter,
      fields: {
        ...letter.fields,
        ownerAgencyId: { ...letter.fields.ownerAgencyId!, words: { zh: '发信单位', en: 'the sender' }, gap: 'sender' },
        stage: {
          ...letter.fields.stage!,
          words: { zh: '阶段', en: 'the stage' },
          lacking: { zh: '信函处于{value}阶段', en: 'the letter is {value}' },
          valueWords: { draft: { zh: '草稿', en: 'draft' }, sent: { zh: '已发', en: 'sent' } },
          gap: 'stage',
        },
      },
      relations: {
        shares: {
          ...shares,
          words: { zh: '共享', en: 'a share' },
          lacking: { zh: '贵单位没有共享', en: 'nothing is shared with your agency' },
          gap: 'share',
          fields: {
            ...shares.fields,
            state: {
              ...shares.fields.state!,
              gap: 'recalled',
              lacking: { zh: '共享已收回', en: 'the share was recalled' },
            },
            expiresAt: {
              ...shares.fields.expiresAt!,
              gap: 'expired',
              lacking: { zh: '共享已于 {value} 到期', en: 'the share ended on {value}' },
            },
          },
        },
      },
    },
  },
}
