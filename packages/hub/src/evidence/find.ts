import { type AgencyId, EvidenceId, type OfficerId } from '@lianban/kernel'
import { citationWords, conversionOf } from '@lianban/law'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { codeOf, evidenceReplies } from '../assistances/index.ts'
import { lastCompared } from '../attachments/index.ts'
import { type CustodyEvent, chainOfItem } from '../custody/index.ts'
import { find } from '../query.ts'
import { shownFiles } from './attached.ts'
import { assessed } from './facts.ts'
import { conversionsOf, curesOf, findItem, itemsByIds, madeFrom } from './store.ts'
import { evidenceSummaries, needsConverting } from './summaries.ts'

/** One item: what is known of it, its checklist with what cures each defect, its chain of custody and what came of it. */
export const findEvidencePage = find({
  name: 'evidence.find',
  on: 'EvidenceItem',
  input: z.strictObject({ evidenceId: EvidenceId }),
  about: ({ evidenceId }) => evidenceId,
  isLogged: true,
  subject: ({ tx, input }) => findItem(tx, input.evidenceId),
  async run({ subject, officer, tx, now, hub }) {
    const { ofCase } = subject
    const [summary] = await evidenceSummaries({ tx, hub, ofCase }, [subject])
    const { events } = await chainOfItem(tx, subject.id)
    const cures = await curesOf(tx, [subject.id])
    const cured = cures.map(({ line }) => line)
    const compared = (await lastCompared(tx, [subject.id])).get(subject.id) ?? []
    const files = await shownFiles({ hub, tx, officer, now }, subject, compared)
    const known = { agencyKind: summary!.agency.kind, region: ofCase.region, events, cured, files: compared }
    const { lines, chain, facts } = assessed(hub.law, subject, known)
    const [reply] = await tx.select().from(evidenceReplies).where(eq(evidenceReplies.itemId, subject.id))
    const [conversion] = await conversionsOf(tx, [subject.id])
    const posts = await officerCards(tx, [
      subject.recordedBy,
      ...events.map(({ recordedBy }) => recordedBy),
      ...cures.map(({ curedBy }) => curedBy),
      ...(conversion ? [conversion.decidedBy] : []),
      ...(reply ? [reply.repliedBy] : []),
    ])
    const agencies = await agencyCards(
      tx,
      [reply?.repliedAgencyId, ...events.flatMap(({ fromAgencyId, toAgencyId }) => [fromAgencyId, toAgencyId])].filter(
        (id): id is AgencyId => !!id,
      ),
    )
    const by = (id: OfficerId) => posts.get(id)!
    const related = [
      ...(subject.parentId ? await itemsByIds(tx, [subject.parentId]) : []),
      ...(await madeFrom(tx, subject.id)),
    ]
    const can = (action: string) => Boolean(hub.policy.allows(officer, action, 'EvidenceItem', subject))
    const holder = (id: AgencyId | null, name: string) => ({ agency: id ? agencies.get(id)! : null, name })
    const isOurs = subject.agencyId === officer.agencyId
    const { kinds, facts: asked } = hub.law.evidence
    const rule = kinds.find(({ id }) => id === subject.kind)!
    const receivers = subject.standing.filter(
      ({ agencyId, part, until }) =>
        agencyId !== officer.agencyId && until > now && ['owner', 'lead', 'contribute', 'co_handle'].includes(part),
    )
    return {
      ...summary!,
      caseRef: { id: ofCase.id, number: ofCase.number, name: ofCase.name },
      version: subject.version,
      description: subject.description,
      instrument: subject.instrument
        ? {
            id: subject.instrument,
            words: hub.law.powers.instruments[subject.instrument]!,
            number: subject.instrumentNumber,
          }
        : null,
      collectedFrom: subject.collectedFrom,
      place: subject.place,
      source: subject.source,
      collectors: subject.collectors,
      reply: reply
        ? {
            ...{ assistanceId: reply.assistanceId, version: reply.version, number: reply.number },
            ...{ agency: agencies.get(reply.repliedAgencyId)!, officer: by(reply.repliedBy), at: reply.repliedAt },
            ...{ digest: reply.digest, code: codeOf(reply.digest), items: reply.items },
            // Whoever reads the case of another agency knows the answer, not the request.
            isOpen: reply.agencyId === officer.agencyId,
          }
        : null,
      recordedBy: by(subject.recordedBy),
      recordedAt: subject.recordedAt,
      facts: subject.facts,
      asks: rule.asks.map((id) => ({ id, ...asked[id]! })),
      kindBasis: rule.basis.map((each) => citationWords(hub.law.laws, each)),
      lines: lines.map((line) => {
        const cure = cures.find((one) => one.line === line.id)
        return {
          ...line,
          facts: line.facts.map((id) => ({ id, words: asked[id]!.words, isAnswered: facts[id] !== undefined })),
          cured: cure ? { how: cure.how, words: cure.words, at: cure.curedAt, by: by(cure.curedBy) } : null,
        }
      }),
      breakList: chain.breaks.map((each) =>
        each.kind === 'file'
          ? { ...each, expected: files.find(({ attachmentId }) => attachmentId === each.expected)?.name ?? '' }
          : each,
      ),
      files,
      hasEnded: chain.hasEnded,
      sealNumber: chain.sealNumber,
      events: events.map((event: CustodyEvent) => ({
        id: event.id,
        nth: event.nth,
        kind: event.kind,
        at: event.at,
        from: holder(event.fromAgencyId, event.fromName),
        to: holder(event.toAgencyId, event.toName),
        moves: event.moves,
        place: event.place,
        purpose: event.purpose,
        condition: event.condition,
        sealBefore: event.sealBefore,
        sealAfter: event.sealAfter,
        document: event.document,
        quantity: event.dimension === null ? null : { dimension: event.dimension, amount: event.amount! },
        difference: event.difference,
        answers: event.answers,
        by: by(event.recordedBy),
        recordedAt: event.recordedAt,
      })),
      related: await evidenceSummaries({ tx, hub, ofCase }, related),
      converting: needsConverting(subject, ofCase)
        ? {
            ...conversionOf(hub.law, subject.kind),
            decided: conversion
              ? {
                  decision: conversion.decision,
                  words: conversion.words,
                  retakenId: conversion.retakenId,
                  at: conversion.decidedAt,
                  by: by(conversion.decidedBy),
                }
              : null,
          }
        : null,
      receivers: [
        ...(
          await agencyCards(
            tx,
            receivers.map(({ agencyId }) => agencyId),
          )
        ).values(),
      ],
      can: {
        amend: can('amend'),
        convert: can('convert') && !isOurs && !conversion && needsConverting(subject, ofCase),
        give: can('give'),
        receive: can('receive'),
        keep: can('keep'),
        dispose: can('dispose'),
        attach: can('attach'),
        readTrail: Boolean(hub.policy.allows(officer, 'readTrail', 'Case', ofCase)),
      },
    }
  },
})
