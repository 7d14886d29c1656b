import { ownerWords } from '../agencies/index.ts'
import { agreementsWords } from '../agreements/index.ts'
import { handlingCodeAttribute, labelAttribute } from '../classification-words.ts'
import { caseGrantsWords, grantsWords } from '../grants/index.ts'
import { isRestrictedWords, readersWords } from '../readers/index.ts'
import type { SubjectWords } from '../told.ts'

export const clueWords: SubjectWords = {
  words: { zh: '线索', en: 'clue' },
  actions: {
    read: { zh: '查看线索', en: 'read the clue' },
    record: { zh: '登记线索', en: 'take down a clue' },
    share: { zh: '共享线索', en: 'share the clue' },
    passOn: { zh: '转递线索', en: 'pass the clue on' },
    widen: { zh: '扩大知悉范围', en: 'let others know of the clue' },
    openCase: { zh: '据此立案', en: 'open a case from it' },
    breakGlass: { zh: '紧急查阅', en: 'break the glass' },
    consent: { zh: '同意使用引用内容', en: 'consent to the use of a quotation' },
    hintOf: { zh: '得知由哪个单位掌握', en: 'learn which agency has it' },
    assess: { zh: '研判线索', en: 'assess the clue' },
    correct: { zh: '更正线索', en: 'correct the clue' },
    proposeChange: { zh: '提出修改建议', en: 'propose a change' },
    handOn: { zh: '移送线索', en: 'hand the clue on' },
    export: { zh: '导出线索', en: 'export the clue' },
    decline: { zh: '决定不予立案', en: 'decide not to file' },
    readDerivation: { zh: '查看派生情况', en: 'see where the clue went' },
  },
  fields: {
    ownerAgencyId: {
      words: { zh: '所属单位', en: 'the agency that owns the clue' },
      lacking: { zh: '线索不属于贵单位', en: 'the clue does not belong to your agency' },
      gap: 'standing',
    },
    label: labelAttribute,
    handlingCode: handlingCodeAttribute,
    isRestricted: isRestrictedWords,
    state: {
      words: { zh: '线索状态', en: 'the state of the clue' },
      lacking: { zh: '线索目前是{value}', en: 'the clue is {value}' },
      gap: 'state',
      valueWords: {
        recorded: { zh: '待研判', en: 'recorded' },
        in_case: { zh: '已立案', en: 'part of a case' },
        handed_on: { zh: '已移送', en: 'handed on' },
        not_filed: { zh: '不予立案', en: 'not filed' },
      },
    },
  },
  relations: {
    ownerAgency: ownerWords,
    readers: readersWords,
    agreements: agreementsWords,
    grants: grantsWords,
    caseGrants: caseGrantsWords,
  },
}
