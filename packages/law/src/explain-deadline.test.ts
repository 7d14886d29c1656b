import { describe, expect, test } from 'vitest'
import { ourLaw } from './a-law.ts'
import { clocksOf } from './clocks.ts'
import { explainDeadline } from './explain-deadline.ts'
import type { LawEvent } from './law-event.ts'

const at = (text: string) => new Date(`${text}+08:00`)
const explained = (
  id: string,
  ...told: readonly (readonly [code: string, when: string, more?: Partial<LawEvent>])[]
) => {
  const events = told.map(([code, when, more], i) => ({ id: `${i}`, about: 'case', code, at: at(when), ...more }))
  return explainDeadline(ourLaw, clocksOf(ourLaw, events).find(({ rule }) => rule.id === id)!)
}

describe('why a deadline ends when it does', () => {
  test('[LA22] working days are told step by step in Chinese and English, with the article', () => {
    expect(explained('AD-03', ['registration.made', '2026-02-12T09:00'])).toMatchObject({
      title: { zh: '处理先行登记保存的证据' },
      limit: { zh: '7个工作日', en: '7 working days' },
      basis: [{ zh: '《行政处罚法》第56条' }, { zh: '《行政处罚法》第85条' }],
      status: 'verified',
      steps: [
        { zh: '先行登记保存：2026-02-12 09:00' },
        { zh: '当日不计，自2026-02-13起算', en: 'that day is not counted: it starts on 2026-02-13' },
        { zh: '期限7个工作日，法定节假日和休息日不计，调休上班日计入' },
        { zh: '截止：2026-02-28 23:59（含当日）', en: 'due: 2026-02-28 23:59, that day included' },
      ],
    })
  })

  test('[LA22] each day is shown as counted, skipped or moved over, with the holiday that makes it so', () => {
    const { days } = explained('AD-03', ['registration.made', '2026-02-12T09:00'])
    const of = (day: string) => days.find((each) => each.day === day)
    expect(of('2026-02-12')).toMatchObject({ role: 'start', count: null })
    expect(of('2026-02-14')).toEqual({ day: '2026-02-14', kind: 'make-up', name: '春节', role: 'counted', count: 2 })
    expect(of('2026-02-17')).toMatchObject({ kind: 'holiday', role: 'skipped', count: null })
    expect(of('2026-02-28')).toMatchObject({ kind: 'make-up', role: 'last', count: 7 })
    const moved = explained('PS-01', ['supervision.reasons_asked', '2026-02-10T09:00'])
    expect(moved.days.filter(({ role }) => role === 'moved_over').map(({ day }) => day.slice(8))).toEqual([
      '18',
      '19',
      '20',
      '21',
      '22',
      '23',
    ])
    expect(moved.steps.map(({ zh }) => zh)).toContain('最后一日2026-02-17为节假日，顺延至其后第一个工作日2026-02-24')
  })

  test('[LA22] pauses, extensions, variants and restarts are steps of their own', () => {
    const zh = (...told: Parameters<typeof explained>) => explained(...told).steps.map((step) => step.zh)
    const made = ['seizure.made', '2026-03-02T09:00'] as const
    const sent = ['test.sent', '2026-03-10T15:00'] as const
    expect(zh('AD-12', made, ['seizure.extended', '2026-03-05T09:00'], sent)).toEqual(
      expect.arrayContaining([
        '期限30日＋30日，节假日计入，末日不顺延',
        '延长：情况复杂，负责人批准',
        '自2026-03-10 15:00起中止计算',
      ]),
    )
    expect(zh('AD-12', made, sent, ['test.received', '2026-03-25T09:00'])).toContain(
      '2026-03-10 15:00至2026-03-25 09:00不计入',
    )
    expect(zh('CO-01', ['assistance.asked', '2026-03-02T09:00', { variant: 'remote' }])).toContain('交通不便地区')
    const returned = ['prosecution.returned', '2026-03-10T09:00'] as const
    const again = ['prosecution.resubmitted', '2026-03-20T09:00'] as const
    expect(zh('PRO-01', ['prosecution.received', '2026-03-02T09:00'], returned, again)).toEqual(
      expect.arrayContaining(['补充侦查完毕重新移送：2026-03-20 09:00', '重新起算（第1次）']),
    )
  })

  test('[LA22] hours, the first day counted and a limit that runs back are told as such', () => {
    const first = (...told: Parameters<typeof explained>) => explained(...told).steps[1]?.zh
    expect(first('TR-02', ['transfer.approved', '2026-03-02T09:00'])).toBe('按小时连续计算')
    expect(first('AD-13', ['violation.ended', '2024-03-10T09:00'])).toBe('自2024-03-10当日起算')
    const scheduled = ['hearing.scheduled', '2026-09-01T09:00', { on: at('2026-10-12T09:00') }] as const
    expect(first('AD-07', scheduled)).toBe('自2026-10-12倒推，该日不计')
    expect(explained('TR-02', ['transfer.approved', '2026-03-02T09:00']).days).toEqual([])
    expect(explained('AD-13', ['violation.ended', '2024-03-10T09:00']).days).toEqual([])
  })

  test('[LA23] what is uncertain says that it is not verified', () => {
    expect(explained('RV-03', ['reverse.opinion_received', '2026-03-02T09:00'])).toMatchObject({
      status: 'memory_medium',
      statusWords: { zh: '凭记忆录入，未经核实', en: 'from memory, not verified' },
      note: { zh: '检察意见书另定期限的，从其规定。' },
    })
  })

  test('[LA22] days of a year that nobody published are shown as unknown where they need not be known', () => {
    const { days, dueAt } = explained('AD-14', ['goods.announced', '2026-12-15T09:00'])
    expect(dueAt).toEqual(at('2027-01-14T23:59:59.999'))
    expect(days.at(-1)).toMatchObject({ kind: 'unknown', role: 'last', count: 30 })
  })
})
