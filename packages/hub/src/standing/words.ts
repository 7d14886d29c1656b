import { levelWords } from '../classification.ts'
import type { RelationWords } from '../told.ts'

export const standingWords: RelationWords = {
  words: { zh: '在案身份', en: 'a standing in the case' },
  lacking: { zh: '贵单位在该案中没有这样的身份', en: 'your agency has no such standing in the case' },
  gap: 'grant',
  fields: {
    agencyId: { words: { zh: '在案单位', en: 'the agency' }, gap: 'grant' },
    memberId: { words: { zh: '在案单位或人员', en: 'the agency or officer' }, gap: 'grant' },
    part: {
      words: { zh: '身份', en: 'the part' },
      gap: 'grant',
      valueWords: {
        owner: { zh: '立案单位', en: 'opened the case' },
        lead: { zh: '主办单位', en: 'leads the case' },
        ...levelWords,
      },
    },
    until: { words: { zh: '有效期', en: 'its end' }, gap: 'grant' },
    stage: {
      words: { zh: '案件阶段', en: 'the stage of the case' },
      gap: 'state',
      valueWords: {
        investigating: { zh: '办理中', en: 'being investigated' },
        transferred: { zh: '已移送', en: 'handed over' },
        closed: { zh: '已结案', en: 'closed' },
      },
    },
  },
}
