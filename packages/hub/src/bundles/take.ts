import { makeBundle, type Packed } from '@lianban/audit'
import { sealedFolder, sealedText } from '@lianban/dossier/sealed-file'
import { type CaseId, Refusal } from '@lianban/kernel'
import { findAssistancePage, listAssistances } from '../assistances/index.ts'
import { findCasePage } from '../cases/index.ts'
import { evidenceOfCase, findEvidencePage } from '../evidence/index.ts'
import { findHandoffPage, listHandoffs } from '../handoffs/index.ts'
import type { Call } from '../hub.ts'
import { receiptsOf } from '../receipts/index.ts'
import { findSealPage, listSeals } from '../seals/index.ts'
import { listGrants } from '../sharing/index.ts'
import { exportTrailOfCase } from '../trail/index.ts'
import { caseGraph } from './case-graph.ts'
import { type Contents, contentsFor } from './contents.ts'
import { type AskedBundle, openBundle } from './open.ts'
import { readMe } from './read-me.ts'

/**
 * Everything of a case that the officer may have, in one file for a court: each part is asked for as the officer, so
 * that no rule is passed by, and the log seals the list of what is in it.
 */
export async function takeBundle(
  call: Call,
  asked: AskedBundle,
  contents: Contents,
): Promise<{ name: string; archive: Uint8Array }> {
  const { hub, actor } = call
  const madeAt = hub.clock.now()
  const { id: caseId, number, name } = await openBundle(call, asked)
  const ofCase = await findCasePage(call, { caseId })
  const seals = await sealedVersions(call, caseId)
  const handoffs = await handoffsOf(call, caseId)
  const evidence = await evidenceIn(call, caseId)
  const grants = (await allowed(() => listGrants(call, { record: { kind: 'Case', id: caseId } })))?.items ?? []
  const about = [
    ...seals.map(({ id }) => ({ kind: 'Seal' as const, id, caseId })),
    ...handoffs.map(({ id }) => ({ kind: 'Handoff' as const, id })),
    ...grants.map(({ id }) => ({ kind: 'Grant' as const, id })),
    ...evidence.map(({ id }) => ({ kind: 'EvidenceItem' as const, id })),
  ]
  const assistances = await assistancesOn(call, caseId)
  const receipts = await receiptsFor(call, [
    ...about,
    ...assistances.map(({ id }) => ({ kind: 'Assistance' as const, id })),
  ])
  const ofCaseFiles = await contentsFor(call, asked, contents)
  const files = [
    json('case.json', ofCase),
    json('case.jsonld', caseGraph({ ofCase, seals, handoffs, evidence })),
    ...seals.map(({ number: n, ...seal }) =>
      text(`${sealedFolder}version-${n}.json`, sealedText({ number: n, ...seal.file })),
    ),
    ...handoffs.map((handoff, i) => json(`handoffs/${i + 1}-${handoff.id}.json`, handoff)),
    ...evidence.map((item) => json(`evidence/${item.number}-${item.id}.json`, item)),
    ...assistances.map((one, i) => json(`assistance/${i + 1}-${one.id}.json`, one)),
    ...(ofCaseFiles.listed.length > 0 ? [json('files.json', ofCaseFiles.listed)] : []),
    ...ofCaseFiles.files,
    ...(grants.length > 0 ? [json('grants.json', grants)] : []),
    ...(await trailOf(call, caseId)),
    ...receipts.files,
  ]
  const { agency, postZh, postEn } = actor.officer
  const said = { zh: `${agency.nameZh} ${postZh}`, en: `${agency.nameEn}, ${postEn}` }
  const called = { zh: `${number} ${name}`, en: `${number} ${name}` }
  const manifest = { about: { kind: 'Case', id: caseId, name: called }, madeFor: said, madeAt: madeAt.getTime() }
  const whole = [text('README.txt', readMe({ ...manifest, files, waiting: receipts.waiting })), ...files]
  return { name: `${number}-bundle`, archive: makeBundle(hub.receipts.signer, manifest, whole) }
}

const text = (name: string, content: string): Packed => ({ name, bytes: new TextEncoder().encode(content) })
const json = (name: string, content: unknown): Packed => text(name, `${JSON.stringify(content, null, 2)}\n`)

/** What the officer is not shown is left out, and no sign of it either. */
async function allowed<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Refusal && (error.kind === 'forbidden' || error.kind === 'not-found')) return undefined
    throw error
  }
}

async function sealedVersions(call: Call, caseId: CaseId) {
  const found = []
  for (const { id, state } of (await listSeals(call, { caseId })).items.toReversed()) {
    if (state !== 'sealed') continue
    const { number, digest, sections, signatures } = await findSealPage(call, { caseId, sealId: id })
    const parts = sections.map((section) => ({
      position: section.position,
      digest: section.digest,
      ...(section.kind === 'open' && { content: section.content }),
    }))
    found.push({ id, number, signatures, file: { caseId, digest, sections: parts } })
  }
  return found
}

async function handoffsOf(call: Call, caseId: CaseId) {
  const found = []
  for (const { id } of (await listHandoffs(call, { box: 'case', caseId })).items) {
    const handoff = await allowed(() => findHandoffPage(call, { handoffId: id }))
    if (handoff) found.push(handoff)
  }
  return found
}

/** Requests for assistance on the case, each with its letter, its steps and what was answered. */
async function assistancesOn(call: Call, caseId: CaseId) {
  const found = []
  for (const { id } of (await allowed(() => listAssistances(call, { box: 'case', caseId })))?.items ?? []) {
    const one = await allowed(() => findAssistancePage(call, { assistanceId: id }))
    if (one) found.push(one)
  }
  return found
}

/** The evidence register, each item with its checklist and its chain of custody. */
async function evidenceIn(call: Call, caseId: CaseId) {
  const found = []
  for (const { id } of (await allowed(() => evidenceOfCase(call, { caseId })))?.items ?? []) {
    const item = await allowed(() => findEvidencePage(call, { evidenceId: id }))
    if (item) found.push(item)
  }
  return found
}

async function trailOf(call: Call, caseId: CaseId): Promise<Packed[]> {
  const entries = await allowed(() => exportTrailOfCase(call, { caseId, format: 'jsonl' }))
  const sheet = await allowed(() => exportTrailOfCase(call, { caseId, format: 'csv' }))
  return entries && sheet ? [text('trail/entries.jsonl', entries.text), text('trail/entries.csv', sheet.text)] : []
}

async function receiptsFor(call: Call, about: readonly Parameters<typeof receiptsOf>[1][]) {
  const files: Packed[] = []
  let waiting = 0
  for (const one of about)
    for (const { entryId, act, receipt } of (await allowed(() => receiptsOf(call, one)))?.items ?? []) {
      const name = `receipts/${one.kind.toLowerCase()}-${act}-${entryId}.json`
      if (!receipt) waiting++
      else if (!files.some((file) => file.name === name)) files.push(text(name, receipt))
    }
  return { files, waiting }
}
