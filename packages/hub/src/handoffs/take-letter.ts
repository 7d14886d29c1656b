import { HandoffId } from '@lianban/kernel'
import { filledIn, kindOfHandoff, lettersOf } from '@lianban/law'
import { chineseDate, type Paper } from '@lianban/papers'
import { z } from 'zod'
import { type AgencyCard, agencyCards, officerCards } from '../agencies/index.ts'
import { find } from '../query.ts'
import { refusals } from './refusals.ts'
import { findHandoff, itemsOf, receiptsOf } from './store.ts'
import { transferLetter } from './transfer-letter.ts'

export const AskedLetter = z.strictObject({
  handoffId: HandoffId,
  /** The transfer letter itself, or the letter of one receipt, by the version to which it brought the handoff. */
  letter: z.string().regex(/^[a-z_]{1,60}$/),
  version: z.coerce.number().int().positive(),
})

/** A letter of the handoff as a paper with its number, its addressee and a place for the seal. */
export const takeLetter = find({
  name: 'handoff.letter',
  on: 'Handoff',
  action: 'open',
  input: AskedLetter,
  about: ({ handoffId }) => handoffId,
  isLogged: true,
  subject: ({ tx, input }) => findHandoff(tx, input.handoffId),
  async run({ input, subject, tx, hub }): Promise<{ name: string; paper: Paper }> {
    const receipts = await receiptsOf(tx, [subject.id])
    const ids = [subject.fromAgencyId, subject.toAgencyId, subject.overseerAgencyId]
    const named = receipts.map(({ namedAgencyId }) => namedAgencyId)
    const agencies = await agencyCards(
      tx,
      [...ids, ...named, ...receipts.map(({ agencyId }) => agencyId)].flatMap((id) => id ?? []),
    )
    const items = await itemsOf(tx, subject.id)
    if (input.letter === 'letter') return transferLetter(hub.law, { handoff: subject, agencies, items })
    const receipt = receipts.find(({ version }) => version === input.version)
    const letter = receipt && lettersOf(hub.law, receipt.move).find(({ id }) => id === input.letter)
    if (!receipt || !letter) throw refusals.noSuchLetter()
    const officer = (await officerCards(tx, [receipt.officerId])).get(receipt.officerId)!
    const sides = { sender: subject.fromAgencyId, receiver: subject.toAgencyId, overseer: subject.overseerAgencyId }
    const nameOf = (id: string | null) => (id && agencies.get(id as AgencyCard['id'])?.nameZh) || ''
    const dispatched = receipts.find(({ rung }) => rung === 'dispatched' || rung === 'forwarded')
    const { table, letter: called } = kindOfHandoff(hub.law, subject.kind)
    const lines = filledIn(letter, {
      letter: called.zh,
      number: subject.number,
      sent: dispatched ? chineseDate(dispatched.givenAt) : '',
      date: chineseDate(receipt.givenAt),
      officer: officer.postZh,
      digest: subject.packageDigest,
      count: String(items.length),
      reasons: hub.law.materials.reasons
        .filter(({ code }) => receipt.reasons.includes(code))
        .map(({ words }) => words.zh)
        .join('；'),
      note: receipt.note,
      named: nameOf(receipt.namedAgencyId),
      move: table.moves.find(({ id }) => id === receipt.move)?.words.zh ?? '',
      sender: nameOf(sides.sender),
      receiver: nameOf(sides.receiver),
    })
    const number = receipt.papers.find(({ paper }) => paper === letter.number)?.number
    const issuer = nameOf(receipt.agencyId)
    return {
      name: `${letter.words.zh} ${number ?? subject.number}`,
      paper: {
        title: letter.words.zh,
        letterhead: issuer,
        ...(number && { number }),
        addressee: nameOf(sides[letter.to]),
        body: lines.map((words) => ({ kind: 'paragraph' as const, words })),
        signature: { agencies: [issuer], date: chineseDate(receipt.givenAt), hasPlaceForSeal: true },
        foot: `${subject.number} ${subject.packageDigest}`,
        madeAt: receipt.givenAt,
      },
    }
  },
})
