import { AssistanceId } from '@lianban/kernel'
import { kindOfAssistance, type Law } from '@lianban/law'
import { chineseDate, type Paper } from '@lianban/papers'
import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { find } from '../query.ts'
import { codeOf, type Letter, type Receipt } from './assistance.ts'
import { refusals } from './refusals.ts'
import { findAssistance, findLetter, receiptsOf } from './store.ts'
import { wordsOf } from './words-of.ts'

export const AskedAssistanceLetter = z.strictObject({
  assistanceId: AssistanceId,
  letter: z.string().regex(/^[a-z_]{1,60}$/),
  /** Of which step, by the version to which it brought the request. */
  version: z.coerce.number().int().positive(),
})

/** A letter of one step as a paper with its number, its addressee, a code to check it by and a place for the seal. */
export const takeAssistanceLetter = find({
  name: 'assistance.letter',
  on: 'Assistance',
  action: 'read',
  input: AskedAssistanceLetter,
  about: ({ assistanceId }) => assistanceId,
  isLogged: true,
  subject: ({ tx, input }) => findAssistance(tx, input.assistanceId),
  async run({ input, subject, tx, hub: { law } }): Promise<{ name: string; paper: Paper }> {
    const letter = await findLetter(tx, subject)
    const receipt = (await receiptsOf(tx, [subject.id])).find(({ version }) => version === input.version)
    const wanted = law.assistance.letters.find(
      ({ id, after }) => id === input.letter && receipt && after.includes(receipt.move),
    )
    if (!receipt || !wanted) throw refusals.noSuchLetter()
    const agencies = await agencyCards(tx, [subject.fromAgencyId, subject.toAgencyId, receipt.agencyId])
    const officer = (await officerCards(tx, [receipt.officerId])).get(receipt.officerId)!
    const nameOf = (id: typeof receipt.agencyId) => agencies.get(id)!.nameZh
    const values = {
      ...saidIn(law, letter, receipt),
      sender: nameOf(subject.fromAgencyId),
      receiver: nameOf(subject.toAgencyId),
      officer: officer.postZh,
    }
    const issuer = nameOf(receipt.agencyId)
    const addressee = nameOf(receipt.agencyId === subject.fromAgencyId ? subject.toAgencyId : subject.fromAgencyId)
    return {
      name: `${wanted.words.zh} ${subject.number}`,
      paper: {
        title: wanted.words.zh,
        letterhead: issuer,
        ...(receipt.agencyId === subject.fromAgencyId && { number: subject.number }),
        addressee,
        body: wanted.body.map((line) => ({
          kind: 'paragraph' as const,
          words: line.replaceAll(/\{([a-z_]+)\}/g, (_, name: keyof typeof values) => values[name]),
        })),
        signature: { agencies: [issuer], date: chineseDate(receipt.givenAt), hasPlaceForSeal: true },
        ...(receipt.items.length > 0 && { annexes: [itemsAnnex(receipt)] }),
        foot: `${subject.number} ${codeOf(receipt.digest)} ${receipt.digest}`,
        madeAt: receipt.givenAt,
      },
    }
  },
})

function saidIn(law: Law, letter: Letter, receipt: Receipt) {
  const words = wordsOf(law)
  const joined = (names: readonly string[]) => names.join('、') || '无'
  const ground = receipt.ground ? words.ground(receipt.ground) : null
  return {
    kind: kindOfAssistance(law, letter.kind).words.zh,
    number: letter.number,
    sent: chineseDate(letter.askedAt),
    date: chineseDate(receipt.givenAt),
    facts: letter.facts,
    questions: letter.questions,
    targets: joined(letter.targets.map(({ value, note }) => (note ? `${value}（${note}）` : value))),
    papers: joined(letter.papers.map(({ paper, number }) => `${words.paper(paper).zh}（${number}）`)),
    urgency: law.assistance.urgencies[letter.urgency]!.words.zh,
    reply_form: letter.replyForm,
    contact: letter.contact,
    legal_basis: letter.legalBasis,
    note: receipt.note,
    missing: joined(receipt.missing.map((id) => words.paper(id).zh)),
    ground: ground ? `${ground.words.zh}（${joined(ground.basis.map(({ zh }) => zh))}）` : '',
    count: String(receipt.items.length),
    code: codeOf(receipt.digest),
    digest: letter.digest,
  }
}

const itemsAnnex = ({ items }: Receipt) => ({
  title: '随附证据清单',
  body: [
    {
      kind: 'table' as const,
      headings: [['序号', '名称', '制作人', '数字摘要（SHA-256）']],
      rows: items.map(({ title, madeBy, digest }, i) => [String(i + 1), title, madeBy, digest]),
      widths: [1, 4, 3, 6],
    },
  ],
})
