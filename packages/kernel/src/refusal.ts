/** What an officer reads: Chinese first, English second. */
export type Sentence = { readonly zh: string; readonly en: string }

export type RefusalKind = 'invalid' | 'forbidden' | 'not-found' | 'conflict'

/** An answer that says no, as opposed to a fault. Its facts never hold content or personal data. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly code: string
  readonly sentence: Sentence
  readonly facts: Readonly<Record<string, unknown>>

  constructor(kind: RefusalKind, code: string, sentence: Sentence, facts: Readonly<Record<string, unknown>> = {}) {
    super(sentence.en)
    this.name = 'Refusal'
    this.kind = kind
    this.code = code
    this.sentence = sentence
    this.facts = facts
  }
}

/** Absent and not-yours-to-know are this one value: it carries no id, no kind of record and no reason. */
export const unseen = (): Refusal =>
  new Refusal('not-found', 'record.unseen', {
    zh: '没有找到，或不在您的知悉范围内。请核对编号，或联系立案单位。',
    en: 'Not found, or not yours to see. Check the number or ask the agency that opened the case.',
  })

/** The officer may see the record, but no rule allows the act. */
export const denied = (facts: { readonly action: string; readonly subject: string }): Refusal =>
  new Refusal(
    'forbidden',
    'policy.denied',
    {
      zh: '您可以查看此记录，但现有规则不允许您执行该操作。如工作需要，请联系立案单位。',
      en: 'You may see this record, but no rule allows you to do this. Ask the agency that opened it if your work needs it.',
    },
    facts,
  )

export const invalidInput = (facts: Readonly<Record<string, unknown>>): Refusal =>
  new Refusal(
    'invalid',
    'input.invalid',
    { zh: '填写的内容有误，请按提示修改后重试。', en: 'Some of the input is not valid. Correct it and try again.' },
    facts,
  )

/** The record changed since the officer loaded the page; nothing was written. */
export const stale = (facts: { readonly expected: number; readonly found: number }): Refusal =>
  new Refusal(
    'conflict',
    'record.stale',
    {
      zh: '此记录已被他人更新，您的修改没有保存。请刷新页面后重试。',
      en: 'Somebody updated this record; your change was not saved. Reload the page and try again.',
    },
    facts,
  )
