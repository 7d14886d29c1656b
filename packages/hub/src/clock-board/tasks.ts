import type { Sentence } from '@lianban/kernel'
import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { type ClockRow, clockAlarms, clocks, clocksWhere, type Stage } from '../clocks/index.ts'
import type { TaskSource } from '../desk-task.ts'
import { clockSummaries } from './summaries.ts'

const titles: Record<Stage, (what: Sentence, whose: Sentence) => Sentence> = {
  warning: (what) => ({ zh: `时限将至：${what.zh}`, en: `A limit is near: ${what.en}` }),
  overdue: (what) => ({ zh: `已超过法定时限：${what.zh}`, en: `Past the limit of the law: ${what.en}` }),
  escalation: (what, whose) => ({
    zh: `督促${whose.zh}：逾期未${what.zh}`,
    en: `${whose.en} is past the limit: ${what.en}`,
  }),
}

/** Limits that the officer's agency was warned of or has let pass, those that an agency under it has, and what it may demand. */
export const clockTasks: TaskSource = async ({ officer, tx, now, hub }) => {
  const told = (stage: Stage) =>
    sql`exists (select from ${clockAlarms} where ${clockAlarms.clockId} = ${clocks.id} and ${clockAlarms.stage} = ${stage}
      and ${clockAlarms.dueAt} = ${clocks.dueAt} and ${clockAlarms.toldAt} is not null)`
  const ours = sql`coalesce(${clocks.liableAgencyId}, ${clocks.owedAgencyId}) = ${officer.agencyId}`
  const mine = and(ours, told('warning'))
  const below = and(eq(clocks.superiorAgencyId, officer.agencyId), told('escalation'))
  // Whoever may demand what the law has others owe the procuratorate is told once it is past its end.
  const supervised = hub.law.deadlines.rules.filter(({ owedTo }) => owedTo).map(({ id }) => id)
  const owed = and(eq(clocks.owedAgencyId, officer.agencyId), inArray(clocks.rule, supervised), told('overdue'))
  const isOpen = sql`${clocks.closedAt} is null and ${clocks.withdrawnAt} is null and not ${clocks.isPaused}`
  const wanted = and(hub.policy.filter(officer, 'read', 'Clock'), isOpen, or(mine, below, owed))
  const rows = await clocksWhere(tx, wanted, { limit: 100 })
  const stages = new Map(rows.map((row) => [row.id, stageFor(row, officer.agencyId, now)]))
  return (await clockSummaries(tx, rows, { officer, hub, now })).map((one) => {
    const stage = stages.get(one.id)!
    const whose: Sentence = { zh: one.liable?.shortZh ?? '', en: one.liable?.shortEn ?? '' }
    return {
      kind: `clock.${stage}`,
      id: one.id,
      title: titles[stage](one.title, whose),
      note: {
        zh: [one.basis[0]?.zh, one.record.number].filter(Boolean).join(' · '),
        en: [one.basis[0]?.en, one.record.number].filter(Boolean).join(' · '),
      },
      at: stage === 'warning' ? one.warnAt! : one.dueAt!,
      dueAt: one.dueAt,
      href: one.record.number === null && one.owed?.id !== officer.agencyId ? '/clocks' : hrefOf(one.matter),
    }
  })
}

function stageFor(row: ClockRow, agencyId: string, now: Date): Stage {
  if ((row.liableAgencyId ?? row.owedAgencyId) !== agencyId) return 'escalation'
  return now > row.dueAt! ? 'overdue' : 'warning'
}

const hrefs = { Case: '/cases', Clue: '/clues', Handoff: '/handoffs', Assistance: '/assistance' } as const
const hrefOf = ({ kind, id }: { readonly kind: keyof typeof hrefs; readonly id: string }) => `${hrefs[kind]}/${id}`
