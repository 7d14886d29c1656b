import { circleWords } from '../circles/index.ts'
import { grantsWords } from '../grants/index.ts'
import type { SubjectWords } from '../told.ts'

export const proposalWords: SubjectWords = {
  words: { zh: '修改建议', en: 'proposed change' },
  actions: {
    read: { zh: '查看修改建议', en: 'read the proposed change' },
    accept: { zh: '采纳', en: 'accept it' },
    discard: { zh: '不采纳', en: 'discard it' },
    rebase: { zh: '重新确认', en: 'uphold it' },
    withdraw: { zh: '撤回', en: 'withdraw it' },
  },
  fields: {
    ownerAgencyId: {
      words: { zh: '记录的所属单位', en: 'the agency that owns the record' },
      lacking: { zh: '记录不属于贵单位', en: 'the record does not belong to your agency' },
      gap: 'standing',
    },
    agencyId: {
      words: { zh: '提出单位', en: 'the proposing agency' },
      lacking: { zh: '建议不是由贵单位提出', en: 'your agency did not propose it' },
      gap: 'standing',
    },
    recordKind: {
      words: { zh: '记录种类', en: 'the kind of record' },
      lacking: { zh: '建议针对{value}', en: 'the proposal is about a {value}' },
      gap: 'state',
      valueWords: { Case: { zh: '案件', en: 'case' }, Clue: { zh: '线索', en: 'clue' } },
    },
    state: {
      words: { zh: '建议状态', en: 'the state of the proposal' },
      lacking: { zh: '建议{value}', en: 'the proposal is {value}' },
      gap: 'state',
      valueWords: {
        open: { zh: '待审定', en: 'open' },
        accepted: { zh: '已采纳', en: 'accepted' },
        discarded: { zh: '未采纳', en: 'discarded' },
        withdrawn: { zh: '已撤回', en: 'withdrawn' },
      },
    },
  },
  relations: { circle: circleWords, access: grantsWords },
}
