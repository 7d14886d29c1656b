import { Refusal } from '@lianban/kernel'
import { roleWords } from '../agencies/index.ts'
import type { ReaderMeasures } from '../measures/index.ts'

export const notOfAgency = () =>
  new Refusal('invalid', 'reader.not-of-agency', {
    zh: '知悉范围只能包括本单位在岗人员。请重新选择。',
    en: 'A record is kept to officers of the own agency. Choose again.',
  })

export const answerNeeded = ({ answeredBy }: ReaderMeasures) =>
  new Refusal('invalid', 'reader.answer-needed', {
    zh: `知悉范围内须至少有一名本单位${answeredBy.map((role) => roleWords[role].zh).join('或')}。请补充分管人员。`,
    en: `At least one ${answeredBy.map((role) => roleWords[role].en).join(' or ')} of the agency must be among those who may know. Add the one who answers for it.`,
  })
