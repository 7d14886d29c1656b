import { circleWords } from '../circles/index.ts'
import { grantsWords } from '../grants/index.ts'
import type { SubjectWords } from '../told.ts'

export const clockWords: SubjectWords = {
  words: { zh: '法定时限', en: 'statutory clock' },
  actions: { read: { zh: '查看法定时限', en: 'see the statutory clock' } },
  fields: {
    ownerAgencyId: {
      words: { zh: '所属单位', en: 'the owner of the record' },
      lacking: { zh: '该时限不属于贵单位的案件或线索', en: 'it runs for no record of your agency' },
      gap: 'standing',
    },
    isOpenToReaders: {
      words: { zh: '已移送', en: 'known to readers of the record' },
      lacking: { zh: '移送尚未发出', en: 'the handoff has not been sent' },
      gap: 'state',
      valueWords: { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } },
    },
  },
  relations: {
    circle: circleWords,
    parties: {
      words: { zh: '时限相关单位', en: 'an agency that the clock concerns' },
      lacking: { zh: '该时限与贵单位无关', en: 'the clock does not concern your agency' },
      gap: 'standing',
      fields: {
        agencyId: { words: { zh: '单位', en: 'the agency' }, gap: 'standing' },
        part: {
          words: { zh: '地位', en: 'its part' },
          gap: 'standing',
          valueWords: {
            liable: { zh: '责任单位', en: 'who has to act' },
            owed: { zh: '对方单位', en: 'whom it is owed to' },
            superior: { zh: '上级单位', en: 'an agency above' },
          },
        },
      },
    },
    grants: grantsWords,
  },
}
