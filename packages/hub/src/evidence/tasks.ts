import { conversionOf } from '@lianban/law'
import { and, eq, isNotNull, ne, sql } from 'drizzle-orm'
import { cases } from '../cases/index.ts'
import type { DeskTask, TaskSource } from '../desk-task.ts'
import { evidenceConversions, evidenceItems } from './table.ts'

const most = 100

/** Items that were handed to the officer's agency and wait for its signature, and what of a case taken over is to be converted. */
export const evidenceTasks: TaskSource = async ({ officer, tx, hub }) => {
  const policy = (action: string) => hub.policy.filter(officer, action, 'EvidenceItem')
  const select = () =>
    tx
      .select({ item: evidenceItems, number: cases.number, name: cases.name })
      .from(evidenceItems)
      .innerJoin(cases, eq(cases.id, evidenceItems.caseId))
  const handed = await select()
    .where(and(policy('receive'), isNotNull(evidenceItems.pendingAgencyId)))
    .limit(most)
  const unconverted = await select()
    .where(
      and(
        policy('convert'),
        ne(evidenceItems.agencyId, officer.agencyId),
        eq(evidenceItems.proceeding, 'administrative'),
        sql`not exists (select from ${evidenceConversions} where ${evidenceConversions.itemId} = ${evidenceItems.id})`,
      ),
    )
    .limit(most)
  const task = ({ item, number, name }: (typeof handed)[number], kind: DeskTask['kind']) => ({
    kind,
    id: item.id,
    at: item.recordedAt,
    dueAt: null,
    note: { zh: `${number} · 证${item.number}`, en: `${number} · E${item.number}` },
    href: `/cases/${item.caseId}/evidence/${item.id}`,
    name,
  })
  return [
    ...handed.map((row) => ({
      ...task(row, 'evidence.receive'),
      title: { zh: `签收证据：${row.item.name}`, en: `Sign for evidence: ${row.item.name}` },
    })),
    ...unconverted.map((row) => {
      const { task: what } = conversionOf(hub.law, row.item.kind)
      return {
        ...task(row, 'evidence.convert'),
        title: { zh: `${what.zh}：${row.item.name}`, en: `${row.item.name}: ${what.en}` },
      }
    }),
  ].map(({ name: _name, ...rest }) => rest)
}
