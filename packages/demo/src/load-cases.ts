import type { LoadOptions, Office, Offices } from './offices.ts'
import type { PublishedCase, PublishedClue } from './published-case.ts'
import { publishedCases } from './published-cases.ts'
import { publishedClues } from './published-clues.ts'
import { sources } from './sources.ts'
import { story } from './story.ts'
import { submitted } from './submitted.ts'

/** Records every published case that a demo agency owns, but for the one the story tells. */
export async function loadCases(options: LoadOptions, offices: Offices): Promise<void> {
  for (const published of publishedCases) {
    if (!published.ownerSlug || published.number === story.caseNumber) continue
    const office = await offices.as(`${published.ownerSlug}.handler`)
    const clueIds: string[] = []
    for (const clue of published.clueKeys.map(clueOf)) clueIds.push(await recordedClue(office, clue))
    await recordedCase(options, office, published, clueIds)
  }
}

export function clueOf(key: string): PublishedClue {
  const clue = publishedClues.find((candidate) => candidate.key === key)
  if (!clue) throw new Error(`no published clue is called ${key}`)
  return clue
}

/** The clue's id, recorded now unless it was before. */
export async function recordedClue({ hub }: Office, clue: PublishedClue): Promise<string> {
  const { key: _key, publishedIn: _in, recordedBy: _by, ...fields } = clue
  const known = (await hub.clues.list.query({ q: clue.title })).items.find((item) => item.title === clue.title)
  if (known) return known.id
  const report = { ...fields, goods: [...fields.goods], methods: [...fields.methods], identifiers: [] }
  return (await hub.clues.record.mutate(submitted('clue', report))).clueId
}

/** The case's id, with every figure and event of the published record; what is there already stays as it is. */
export async function recordedCase(
  options: LoadOptions,
  { hub }: Office,
  published: PublishedCase,
  clueIds: readonly string[],
): Promise<string> {
  const { number, name, charge, summary, label, handlingCode, region, openedOn } = published
  const known = (await hub.cases.list.query({ q: number })).items.find((item) => item.number === number)
  if (!known) options.progress?.({ zh: `录入案件：${name}`, en: `Recording case ${number}` })
  const opening = { clueIds: [...clueIds], number, name, charge, summary, label, handlingCode, region, openedOn }
  const caseId = known?.id ?? (await hub.cases.open.mutate(submitted('case', opening))).caseId

  const found = await hub.cases.find.query({ caseId })
  for (const figure of published.figures) {
    const source = sources[figure.source]
    const isKnown = found.figures?.some(
      (item) =>
        item.measure === figure.measure &&
        item.what === figure.what &&
        item.asWritten === figure.asWritten &&
        item.source === source,
    )
    if (!isKnown) await hub.cases.recordFigure.mutate(submitted('figure', { ...figure, caseId, source }))
  }
  for (const event of published.events) {
    const isKnown = found.events?.some(
      (item) => item.kind === event.kind && item.happenedOn === event.happenedOn && item.what === event.what,
    )
    if (!isKnown) {
      const happening = { ...event, caseId, source: sources[event.source] }
      await hub.cases.recordEvent.mutate(submitted('event', happening))
    }
  }
  return caseId
}
