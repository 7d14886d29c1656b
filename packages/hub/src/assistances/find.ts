import { AssistanceId } from '@lianban/kernel'
import { assistanceMoves, clockOfUrgency, kindOfAssistance } from '@lianban/law'
import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { find } from '../query.ts'
import { codeOf, type Receipt } from './assistance.ts'
import { acceptedReplies, takenReplies } from './replies.ts'
import { findAssistance, findLetter, receiptsOf } from './store.ts'
import { assistanceSummaries } from './summaries.ts'
import { wordsOf } from './words-of.ts'

/** One request with its letter, every step that was taken, and those that are legal and permitted now. */
export const findAssistancePage = find({
  name: 'assistance.find',
  on: 'Assistance',
  input: z.strictObject({ assistanceId: AssistanceId }),
  about: ({ assistanceId }) => assistanceId,
  isLogged: true,
  subject: ({ tx, input }) => findAssistance(tx, input.assistanceId),
  async run({ subject, officer, tx, hub }) {
    const { law, policy } = hub
    const [summary] = await assistanceSummaries({ tx, hub, officer }, [subject])
    const letter = await findLetter(tx, subject)
    const receipts = await receiptsOf(tx, [subject.id])
    const posts = await officerCards(tx, [
      letter.askedBy,
      ...receipts.flatMap(({ officerId, namedOfficerId }) => [officerId, ...(namedOfficerId ? [namedOfficerId] : [])]),
    ])
    const agencies = await agencyCards(
      tx,
      [subject.overseerAgencyId, subject.superiorAgencyId, ...receipts.map((each) => each.namedAgencyId)].flatMap(
        (id) => id ?? [],
      ),
    )
    const words = wordsOf(law)
    const taken = receipts.map(({ move }) => move)
    const open = assistanceMoves(law, { standing: subject.standing, taken }).filter((move) =>
      policy.allows(officer, move.deed, 'Assistance', subject),
    )
    const isOurs = subject.fromAgencyId === officer.agencyId
    const inEvidence = isOurs ? await takenReplies(tx, subject.id) : new Map<number, never>()
    const accepted = isOurs ? acceptedReplies(law, receipts).map(({ version }) => version) : []
    const told = (receipt: Receipt) => ({
      move: receipt.move,
      words: words.move(receipt.move),
      standingWords: law.assistance.states[receipt.standing]!.words,
      letters: words.letters(receipt.move),
      version: receipt.version,
      officer: posts.get(receipt.officerId)!,
      at: receipt.givenAt,
      note: receipt.note,
      missing: receipt.missing.map((id) => ({ id, words: words.paper(id) })),
      papers: receipt.papers.map(({ paper, number }) => ({ words: words.paper(paper), number })),
      items: receipt.items,
      ground: receipt.ground ? words.ground(receipt.ground) : null,
      amount: receipt.amount,
      unit: receipt.unit,
      named: (receipt.namedOfficerId && posts.get(receipt.namedOfficerId)) || null,
      agency: (receipt.namedAgencyId && agencies.get(receipt.namedAgencyId)) || null,
      digest: receipt.digest,
      code: codeOf(receipt.digest),
      evidenceId: inEvidence.get(receipt.version) ?? null,
      mayBeTaken: accepted.includes(receipt.version) && !inEvidence.has(receipt.version),
    })
    return {
      ...summary!,
      letter: {
        ...{ facts: letter.facts, questions: letter.questions, replyForm: letter.replyForm, contact: letter.contact },
        ...{ proceeding: letter.proceeding, legalBasis: letter.legalBasis, days: letter.days },
        ...{ urgencyReason: letter.urgencyReason, targets: letter.targets, digest: letter.digest },
        papers: letter.papers.map(({ paper, number }) => ({ words: words.paper(paper), number })),
        askedBy: posts.get(letter.askedBy)!,
      },
      basis: words.basis(kindOfAssistance(law, subject.kind).basis),
      contacts: subject.lane ? (law.assistance.lanes[subject.lane]?.contacts ?? []) : [],
      overseer: (subject.overseerAgencyId && agencies.get(subject.overseerAgencyId)) || null,
      mostMore: clockOfUrgency(law, subject.urgency).mostMore,
      receipts: receipts.map(told),
      missing: (receipts.findLast(({ missing }) => missing.length > 0)?.missing ?? []).map((id) => ({
        id,
        words: words.paper(id),
      })),
      papersKnown: Object.entries(law.assistance.papers).map(([id, each]) => ({ id, words: each })),
      grounds: Object.entries(law.assistance.grounds).map(([id, ground]) => ({
        id,
        words: ground.words,
        basis: words.basis(ground.basis),
      })),
      mayCrossCheck: policy.allows(officer, 'crossCheck', 'Assistance', subject) !== undefined,
      open: open.map(({ id, deed, words: called, asks }) => ({ move: id, deed, words: called, asks })),
    }
  },
})
