import type { SubjectWords } from '../told.ts'

export const agreementWords: SubjectWords = {
  words: { zh: '协作协议', en: 'agreement' },
  actions: {
    read: { zh: '查看协议', en: 'read the agreement' },
    propose: { zh: '提出协议', en: 'propose an agreement' },
    sign: { zh: '签署协议', en: 'sign the agreement' },
  },
  fields: {
    proposedByAgencyId: {
      words: { zh: '提出单位', en: 'the proposer' },
      lacking: { zh: '协议不是由贵单位提出', en: 'your agency did not propose the agreement' },
      gap: 'standing',
    },
    state: {
      words: { zh: '协议状态', en: 'the state of the agreement' },
      lacking: { zh: '协议目前是{value}', en: 'the agreement is {value}' },
      gap: 'agreement',
      valueWords: {
        proposed: { zh: '待签署', en: 'proposed' },
        in_force: { zh: '生效中', en: 'in force' },
        ended: { zh: '已终止', en: 'ended' },
      },
    },
  },
  relations: {
    parties: {
      words: { zh: '签约单位', en: 'a party' },
      lacking: { zh: '贵单位不是协议的一方', en: 'your agency is not a party to the agreement' },
      gap: 'agreement',
      fields: {
        agencyId: { words: { zh: '单位', en: 'the agency' }, gap: 'agreement' },
        isSigned: {
          words: { zh: '已签署', en: 'having signed' },
          lacking: { zh: '贵单位已经签署', en: 'your agency has signed already' },
          gap: 'state',
          valueWords: { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } },
        },
      },
    },
  },
}
