import { labelWords } from '../classification.ts'
import type { RelationWords, SubjectWords } from '../told.ts'

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

/** Agreements between the owner of a record and other agencies, as they are said of that record. */
export const agreementsWords: RelationWords = {
  words: { zh: '双方的协议', en: 'an agreement with the owner' },
  lacking: { zh: '贵单位与所属单位之间没有这样的协议', en: 'your agency has no such agreement with the owner' },
  gap: 'agreement',
  fields: {
    agencyId: { words: { zh: '签约单位', en: 'the party' }, gap: 'agreement' },
    state: agreementWords.fields.state!,
    validFrom: {
      words: { zh: '协议起始', en: 'the beginning of the agreement' },
      lacking: { zh: '协议自 {value} 起生效', en: 'the agreement begins on {value}' },
      gap: 'agreement',
    },
    validUntil: {
      words: { zh: '协议有效期', en: 'the end of the agreement' },
      lacking: { zh: '协议已于 {value} 到期', en: 'the agreement ended on {value}' },
      gap: 'agreement',
    },
    maxLabel: {
      words: { zh: '协议的最高敏感标识', en: 'the agreement’s highest label' },
      gap: 'agreement',
      valueWords: labelWords,
    },
    purposes: { words: { zh: '协议约定的目的', en: 'a purpose the agreement names' }, gap: 'agreement' },
  },
}
