import { type Errand, errands } from './errands.ts'
import type { LoadOptions, Office, Offices } from './offices.ts'
import { submitted } from './submitted.ts'

/** Asks for assistance as the reports tell it. What is asked already, and a step that is taken, stays as it is. */
export async function runErrands(options: LoadOptions, offices: Offices): Promise<void> {
  for (const errand of errands) {
    options.progress?.({ zh: `请求协查：${errand.asked.number}`, en: `Asking for assistance on ${errand.caseNumber}` })
    const assistanceId = await askedOnce(await offices.as(errand.askedBy), errand)
    for (const step of errand.steps) await taken(offices, assistanceId, step)
  }
}

async function askedOnce({ hub }: Office, { caseNumber, toSlug, asked }: Errand): Promise<string> {
  const caseId = (await hub.cases.list.query({ q: caseNumber })).items.find(({ number }) => number === caseNumber)?.id
  const receiver = (await hub.agencies.list.query()).find(({ slug }) => slug === toSlug)?.id
  if (!caseId || !receiver) throw new Error(`${caseNumber} or ${toSlug} is not loaded`)
  const known = (await hub.assistance.list.query({ box: 'case', caseId })).items.find(
    ({ number }) => number === asked.number,
  )
  if (known) return known.id
  const { targets, papers, ...terms } = asked
  const letter = { ...terms, caseId, receivers: [receiver], targets: [...targets], papers: [...papers] }
  return (await hub.assistance.ask.mutate(submitted('assistance', letter))).assistanceIds[0]!
}

async function taken(offices: Offices, assistanceId: string, { move, deed, by, ...said }: Errand['steps'][number]) {
  const { hub } = await offices.as(by)
  const { version, receipts } = await hub.assistance.find.query({ assistanceId })
  if (receipts.some((receipt) => receipt.move === move)) return
  const step = { assistanceId, expectedVersion: version, move, ...said }
  await hub.assistance[deed].mutate(submitted('assistance step', step))
}
