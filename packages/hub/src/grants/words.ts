import { circleWords } from '../circles/index.ts'
import { levelWords } from '../classification.ts'
import type { AttributeWords, RelationWords, SubjectWords } from '../told.ts'

const state: AttributeWords = {
  words: { zh: '授权状态', en: 'the state of the grant' },
  lacking: { zh: '贵单位的授权目前是{value}', en: 'your agency’s grant is {value}' },
  gap: 'grant-state',
  valueWords: {
    live: { zh: '有效', en: 'live' },
    recalled: { zh: '已收回', en: 'recalled' },
    proposed: { zh: '待审批', en: 'waiting for approval' },
    declined: { zh: '未获批准', en: 'declined' },
  },
}
const flag = { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } }

const fields: Readonly<Record<string, AttributeWords>> = {
  granteeAgencyId: { words: { zh: '被授权单位', en: 'the agency it was given to' }, gap: 'grant' },
  granteeId: { words: { zh: '被授权方', en: 'whom it was given to' }, gap: 'grant' },
  level: {
    words: { zh: '授权级别', en: 'the level of the grant' },
    lacking: {
      zh: '贵单位的授权级别是{value}，需要{wanted}',
      en: 'your agency’s grant is at {value}; it takes {wanted}',
    },
    gap: 'level',
    valueWords: levelWords,
  },
  state,
  expiresAt: {
    words: { zh: '授权有效期', en: 'the end of the grant' },
    lacking: { zh: '贵单位的授权已于 {value} 到期', en: 'your agency’s grant ended on {value}' },
    gap: 'expired',
  },
  allowsOnward: {
    words: { zh: '允许再转递', en: 'passing on' },
    lacking: { zh: '贵单位的授权不允许再转递', en: 'your agency’s grant does not allow passing on' },
    gap: 'level',
    valueWords: flag,
  },
  showsClues: {
    words: { zh: '含线索来源', en: 'showing the clues' },
    lacking: { zh: '贵单位的授权不含线索来源', en: 'your agency’s grant leaves the clues out' },
    gap: 'level',
    valueWords: flag,
  },
  purpose: {
    words: { zh: '授权目的', en: 'the purpose of the grant' },
    lacking: {
      zh: '贵单位的授权目的是{value}，需要{wanted}',
      en: 'your agency’s grant is for {value}; it takes {wanted}',
    },
    gap: 'level',
  },
}

/** Grants as they are said of the record they open. */
export const grantsWords: RelationWords = {
  words: { zh: '授权', en: 'a grant' },
  lacking: { zh: '贵单位没有此记录的授权', en: 'your agency has no grant on this record' },
  gap: 'grant',
  fields,
}

/** Grants on the case that the record belongs to. */
export const caseGrantsWords: RelationWords = {
  ...grantsWords,
  words: { zh: '所属案件的授权', en: 'a grant on its case' },
  lacking: { zh: '贵单位没有其所属案件的授权', en: 'your agency has no grant on its case' },
}

export const grantWords: SubjectWords = {
  words: { zh: '授权', en: 'grant' },
  actions: {
    read: { zh: '查看授权', en: 'read the grant' },
    recall: { zh: '收回授权', en: 'recall the grant' },
    extend: { zh: '延长授权', en: 'extend the grant' },
    approve: { zh: '复核同意授权', en: 'approve the grant' },
    decline: { zh: '复核否决授权', en: 'decline the grant' },
    note: { zh: '知悉转递', en: 'take note of what was passed on' },
    review: { zh: '定期复核授权', en: 'review the grant' },
  },
  fields: {
    ownerAgencyId: {
      words: { zh: '授权单位', en: 'the agency that gave it' },
      lacking: { zh: '该授权不是由贵单位作出', en: 'your agency did not give this grant' },
      gap: 'standing',
    },
    granteeAgencyId: {
      words: { zh: '被授权单位', en: 'the agency it was given to' },
      lacking: { zh: '该授权不是给予贵单位', en: 'this grant was not given to your agency' },
      gap: 'standing',
    },
    granteeId: {
      words: { zh: '被授权方', en: 'whom it was given to' },
      lacking: { zh: '该授权不是给予贵单位或您本人', en: 'this grant was given neither to your agency nor to you' },
      gap: 'standing',
    },
    onwardAgencyId: {
      words: { zh: '转递单位', en: 'the agency that passed it on' },
      lacking: { zh: '该授权不是由贵单位转递', en: 'your agency did not pass this grant on' },
      gap: 'standing',
    },
    proposedBy: {
      words: { zh: '提出人', en: 'who proposed it' },
      lacking: { zh: '该授权由您本人提出，须由他人复核', en: 'you proposed this yourself; somebody else decides' },
      gap: 'standing',
    },
    origin: {
      words: { zh: '授权的来由', en: 'how it came about' },
      lacking: { zh: '该授权的来由是“{value}”', en: 'the grant came about as “{value}”' },
      gap: 'standing',
      valueWords: {
        share: { zh: '共享', en: 'share' },
        auto: { zh: '自动共享', en: 'automatic share' },
        onward: { zh: '转递', en: 'passed on' },
        request: { zh: '依申请', en: 'on request' },
        emergency: { zh: '紧急查阅', en: 'emergency access' },
      },
    },
    recordKind: {
      words: { zh: '授权的记录', en: 'what it is a grant on' },
      lacking: { zh: '该授权针对的是{value}', en: 'this is a grant on a {value}' },
      gap: 'state',
      valueWords: { Case: { zh: '案件', en: 'case' }, Clue: { zh: '线索', en: 'clue' } },
    },
    state: { ...state, lacking: { zh: '该授权目前是{value}', en: 'the grant is {value}' } },
  },
  relations: { circle: circleWords },
}
