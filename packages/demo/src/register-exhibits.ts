import { exhibits } from './exhibits.ts'
import type { LoadOptions, Offices } from './offices.ts'
import { submitted } from './submitted.ts'

/** Enters the goods of a published case in its register, so that the checklist shows what the report leaves open. */
export async function registerExhibits(options: LoadOptions, offices: Offices): Promise<void> {
  const { caseNumber, recordedBy, day, items } = exhibits
  const { hub } = await offices.as(recordedBy)
  const caseId = (await hub.cases.list.query({ q: caseNumber })).items.find(({ number }) => number === caseNumber)?.id
  if (!caseId) throw new Error(`the case ${caseNumber} is not loaded`)
  const known = new Set((await hub.evidence.ofCase.query({ caseId })).items.map(({ name }) => name))
  options.progress?.({ zh: `登记物证：${caseNumber}`, en: `Registering the goods of ${caseNumber}` })
  for (const { name, quantity, keptAt } of items) {
    if (known.has(name)) continue
    const item = {
      ...{ caseId, kind: 'physical' as const, proceeding: 'administrative' as const, origin: 'original' as const },
      ...{ name, quantity, keptAt, instrument: 'goods_list', instrumentNumber: '演示清单〔XINGPING-0229〕1号' },
      ...{ collectedFrom: `${day}T00:00:00+08:00`, collectedUntil: `${day}T23:59:59+08:00` },
      description: '数量来自公开报道；查获时间以报道的案件日期代替。',
      place: '陕西省咸阳市兴平市（报道未写明地点）',
      source: '报道未写明',
      collectors: ['咸阳市烟草专卖局（演示）'],
      facts: [],
    }
    await hub.evidence.record.mutate(submitted('evidence', item))
  }
}
