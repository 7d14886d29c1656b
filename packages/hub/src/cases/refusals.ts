import { Refusal } from '@lianban/kernel'

export const numberTaken = (number: string) =>
  new Refusal(
    'conflict',
    'case.number-taken',
    {
      zh: '本单位已有使用该案号的案件。请核对案号。',
      en: 'Your agency already has a case with this number. Check it.',
    },
    { number },
  )

export const widerThanClue = () =>
  new Refusal('conflict', 'case.wider-than-clue', {
    zh: '案件的敏感标识不得低于其线索的级别。请提高案件的敏感标识。',
    en: 'A case may not carry a lower label than the clues it is opened from. Raise the label of the case.',
  })

export const knownBeyondClue = () =>
  new Refusal('conflict', 'case.known-beyond-clue', {
    zh: '线索限定了知悉范围，据此立案须限定在同一范围之内。请调整案件的知悉范围。',
    en: 'The clue is kept to named officers, so the case must be kept to the same or fewer. Change who may know of it.',
  })

export const unitExpected = (expected: string) =>
  new Refusal(
    'invalid',
    'case.figure-unit',
    { zh: `该指标的单位应为“${expected}”。`, en: `This measure is counted in “${expected}”.` },
    { expected },
  )

export const stepUnknown = () =>
  new Refusal('invalid', 'case.step-unknown', {
    zh: '没有这个办理步骤，或该步骤由移送流程或办案程序自动记录。请从列表中选择。',
    en: 'No such step, or a handoff or the procedure records it by itself. Choose one of the list.',
  })

export const stepToCome = () =>
  new Refusal('invalid', 'case.step-to-come', {
    zh: '办理时间不能晚于现在。请核对时间。',
    en: 'A step cannot have been taken after now. Check the time.',
  })
