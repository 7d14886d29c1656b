import { invite, passOn } from './invite.ts'
import { clueOf, recordedCase, recordedClue } from './load-cases.ts'
import type { LoadOptions, Office, Offices } from './offices.ts'
import { publishedCases } from './published-cases.ts'
import { type StorySection, story } from './story.ts'
import { submitted } from './submitted.ts'
import { writeLive } from './write-live.ts'

/** Tells BJ-0521 from the report in Shunyi to the police accepting the case. Once it is told, nothing is touched again. */
export async function tellStory(options: LoadOptions, offices: Offices): Promise<void> {
  const handler = await offices.as(story.openedBy)
  if (await isTold(handler)) return

  const published = publishedCases.find((candidate) => candidate.number === story.caseNumber)
  if (!published) throw new Error(`no published case is called ${story.caseNumber}`)
  const clue = clueOf(story.clueKey)
  const clueId = await recordedClue(await offices.as(clue.recordedBy ?? story.openedBy), clue)
  await invite(options, offices, { kind: 'Clue', id: clueId }, story.clueInvitation)
  const caseId = await recordedCase(options, handler, published, [clueId])
  for (const invitation of story.invitations) await invite(options, offices, { kind: 'Case', id: caseId }, invitation)
  await passOn(options, offices, { kind: 'Clue', id: clueId }, story.onward)
  for (const { caseNumber, invitation } of story.others) {
    const { id } = await caseNumbered(handler, caseNumber)
    await invite(options, offices, { kind: 'Case', id }, invitation)
  }
  for (const section of story.sections) await write(options, offices, caseId, section)
  await handOver(options, offices, caseId)
}

const findCase = async ({ hub }: Office, number: string) =>
  (await hub.cases.list.query({ q: number })).items.find((item) => item.number === number)

async function caseNumbered(office: Office, number: string) {
  const found = await findCase(office, number)
  if (!found) throw new Error(`the case ${number} is not loaded`)
  return found
}

async function isTold(office: Office): Promise<boolean> {
  const known = await findCase(office, story.caseNumber)
  return known !== undefined && (await handoffOf(office, known.id))?.state === 'accepted'
}

const handoffOf = async ({ hub }: Office, caseId: string) =>
  (await hub.handoffs.list.query({ box: 'case', caseId })).items.find((item) => item.number === story.handoff.number)

async function write(options: LoadOptions, offices: Offices, caseId: string, section: StorySection) {
  const { hub } = await offices.as(story.openedBy)
  const { sections } = await hub.dossier.outline.query({ caseId })
  const known = sections.find((item) => item.kind === 'open' && item.title === section.title)
  const directory = new Map((await hub.agencies.list.query()).map((agency) => [agency.slug, agency.id]))
  const memberAgencyIds = section.memberSlugs.flatMap((slug) => directory.get(slug) ?? [])
  const addition = { caseId, title: section.title, audience: section.audience, memberAgencyIds }
  const sectionId =
    known?.kind === 'open' ? known.id : (await hub.dossier.addSection.mutate(submitted('section', addition))).sectionId
  options.progress?.({ zh: `编写卷宗：${section.title}`, en: 'Writing a dossier section as each of its authors' })
  for (const { by, text } of section.paragraphs) {
    const { cookie } = await offices.as(by)
    await writeLive({ origin: options.origin, cookie, sectionId }, [text])
  }
}

async function handOver(options: LoadOptions, offices: Offices, caseId: string) {
  const { number, legalBasis, purpose, note, papers, toSlug, preparedBy, dispatchedBy, signedBy, acceptedBy } =
    story.handoff
  const sender = await offices.as(preparedBy)
  options.progress?.({ zh: '移送公安机关并签收、受理', en: 'Handing the case to the police, who sign and accept' })
  const police = (await sender.hub.agencies.list.query()).find((agency) => agency.slug === toSlug)
  if (!police) throw new Error(`${toSlug} is not registered`)
  const preparation = { caseId, toAgencyId: police.id, number, legalBasis, purpose, note, papers: [...papers] }
  const handoffId =
    (await handoffOf(sender, caseId))?.id ??
    (await sender.hub.handoffs.prepare.mutate(submitted('handoff', preparation))).handoffId

  const steps = [
    { from: 'prepared', by: dispatchedBy, move: 'dispatch', words: '经负责人批准移送。' },
    { from: 'dispatched', by: signedBy, move: 'sign', words: '材料收到，数字摘要核对一致。' },
    { from: 'signed_for', by: acceptedBy, move: 'accept', words: '同意受理。' },
  ] as const
  for (const { from, by, move, words } of steps) {
    const { hub } = await offices.as(by)
    const handoff = await hub.handoffs.find.query({ handoffId })
    if (handoff.state !== from) continue
    const { version, packageDigest } = handoff
    const receipt = { handoffId, expectedVersion: version, packageDigest, note: words }
    await hub.handoffs[move].mutate(submitted(move, receipt))
  }
}
