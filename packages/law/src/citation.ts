import type { Sentence } from '@lianban/kernel'
import { z } from 'zod'

/** How well the text that a row stands on was checked. */
export const statuses = [
  'verified',
  'verified_web',
  'partly',
  'derived',
  'memory_high',
  'memory_medium',
  'practice',
  'local',
] as const
export type Status = (typeof statuses)[number]
export const Status = z.enum(statuses)

/** Only what was read in an official text, or in one published by an authority, may be relied on as it stands. */
export const isVerified = (status: Status): boolean => status === 'verified' || status === 'verified_web'

export const statusWords: Record<Status, Sentence> = {
  verified: { zh: '已核对法律文本', en: 'checked against the legal text' },
  verified_web: { zh: '已核对网上公开文本', en: 'checked against a text published online' },
  partly: { zh: '部分核实，须由法制部门确认', en: 'partly checked; confirm with the legal department' },
  derived: { zh: '推导得出，未经核实', en: 'derived, not verified' },
  memory_high: { zh: '凭记忆录入，未经核实（把握较大）', en: 'from memory, not verified (likely)' },
  memory_medium: { zh: '凭记忆录入，未经核实', en: 'from memory, not verified' },
  practice: { zh: '工作惯例，非法定期限', en: 'practice of the office, not law' },
  local: { zh: '地方要求，仅适用于当地', en: 'a local requirement, only there' },
}

/** A law by its short name, and where in it. */
export const Citation = z.strictObject({
  law: z.string(),
  article: z.union([z.int().positive(), z.string().min(1)]).optional(),
  paragraph: z.int().positive().optional(),
  item: z.int().positive().optional(),
})
export type Citation = z.infer<typeof Citation>

export const Words = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) })

export const LawFile = z.record(
  z.string().regex(/^[a-z][a-z0-9_]*$/),
  Words.extend({ from: z.iso.date('a day such as 2026-02-14').optional() }),
)
export type Laws = z.infer<typeof LawFile>

/** 《行政处罚法》第56条第2款, in both languages. */
export function citationWords(laws: Laws, { law, article, paragraph, item }: Citation): Sentence {
  const named = laws[law]!
  const zh = [
    named.zh.includes('〔') || /(惯例|要求|通告)$/.test(named.zh) ? named.zh : `《${named.zh}》`,
    article && `第${article}条`,
    paragraph && `第${paragraph}款`,
    item && `第${item}项`,
  ]
  const en = [named.en, article && `art. ${article}`, paragraph && `para. ${paragraph}`, item && `item ${item}`]
  return { zh: zh.filter(Boolean).join(''), en: en.filter(Boolean).join(', ') }
}
