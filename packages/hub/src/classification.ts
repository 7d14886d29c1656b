import type { Sentence } from '@lianban/kernel'
import { z } from 'zod'

/** How sensitive a record is, lowest first. State secrets never enter the hub. */
export const labels = ['public', 'internal', 'sensitive', 'core_sensitive'] as const
export const Label = z.enum(labels)
export type Label = (typeof labels)[number]

export const labelWords: Record<Label, Sentence> = {
  public: { zh: '公开', en: 'public' },
  internal: { zh: '内部', en: 'internal' },
  sensitive: { zh: '敏感', en: 'sensitive' },
  core_sensitive: { zh: '核心敏感', en: 'core sensitive' },
}

/** What may be done with information; the code follows a quotation into the dossier. */
export const handlingCodes = ['unrestricted', 'not_in_proceedings', 'no_onward', 'no_open_action'] as const
export const HandlingCode = z.enum(handlingCodes)
export type HandlingCode = (typeof handlingCodes)[number]

export const handlingCodeWords: Record<HandlingCode, Sentence> = {
  unrestricted: { zh: '无限制', en: 'unrestricted' },
  not_in_proceedings: { zh: '未经提供单位同意不得用于诉讼', en: 'not in proceedings without consent' },
  no_onward: { zh: '未经提供单位同意不得转递', en: 'no passing on without consent' },
  no_open_action: { zh: '不得据此公开行动', en: 'no open action' },
}

/** How far a grant reaches, lowest first. */
export const levels = ['view', 'comment', 'contribute', 'co_handle'] as const
export const Level = z.enum(levels)
export type Level = (typeof levels)[number]

export const isWithin = <Step extends string>(ladder: readonly Step[], step: Step, ceiling: Step): boolean =>
  ladder.indexOf(step) <= ladder.indexOf(ceiling)

export const levelWords: Record<Level, Sentence> = {
  view: { zh: '查看', en: 'view' },
  comment: { zh: '批注', en: 'comment' },
  contribute: { zh: '参与编写', en: 'contribute' },
  co_handle: { zh: '协同办理', en: 'co-handle' },
}

/** A day, a month or a year as a source gives it. */
export const PartialDate = z.union([z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/), z.iso.date()])

/** Six digits of GB/T 2260. */
export const Region = z.string().regex(/^\d{6}$/)

/** Text that every store and every digest can hold: no control characters but line breaks and tabs, no half characters. */
export const text = (max: number) => readable(z.string().trim().max(max))

/** The same with its spaces where they were: in a rule file they mean something. */
export const writtenText = (max: number) => readable(z.string().max(max))

const readable = (schema: z.ZodString) =>
  schema.refine((value) => value.isWellFormed() && !/[^\P{Cc}\n\t]/u.test(value), { error: 'unreadable characters' })

/** Text that must be there. */
export const line = (max: number) => text(max).min(1)
