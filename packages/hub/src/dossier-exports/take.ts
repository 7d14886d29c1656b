import type { CaseId } from '@lianban/kernel'
import { findCase } from '../cases/index.ts'
import type { Call } from '../hub.ts'
import { logAct } from '../log-act.ts'
import { find } from '../query.ts'
import { dayInChina } from '../time-in-china.ts'
import { AskedDossier } from './asked.ts'
import { shownIn } from './dossier.ts'
import { dossierThatMayGo } from './may-go.ts'
import { paperOf } from './paper-of.ts'
import { picturesIn } from './pictures.ts'
import { purposeWords } from './words.ts'

/**
 * What an officer takes out of a dossier, as a paper to be printed: what the officer reads of it, as it is at this
 * moment or as it was sealed, and only if no quotation keeps it from the purpose. It goes on record when the file is made, with its digest.
 */
export const takeDossier = find({
  name: 'case.exportDossier',
  on: 'Case',
  action: 'exportDossier',
  input: AskedDossier,
  about: ({ caseId }) => caseId,
  isLogged: false,
  subject: ({ tx, input }) => findCase(tx, input.caseId),
  async run({ input, subject, officer, tx, now, hub, rule }) {
    const reader = { hub, tx, officer, now }
    const dossier = await dossierThatMayGo(reader, subject, input)
    const open = dossier.sections.filter((section) => section.kind === 'open')
    const shown = await shownIn(reader, dossier.sections)
    const pictures = await picturesIn(reader, shown, input.purpose)
    const taken = { ...dossier, shown, pictures }
    const edition = dossier.sealed?.kind === 'this' ? `封存第${dossier.sealed.number}版` : ''
    const day = new Date(dayInChina(now).from.getTime() + 8 * 3600_000).toISOString().slice(0, 10).replaceAll('-', '')
    return {
      paper: paperOf(taken, { ofCase: subject, officer, asked: input, now }),
      name: `${fileName(`${subject.name}联合专案卷宗${edition}（${purposeWords[input.purpose].zh}）${day}`)}.${input.format}`,
      pictures: [...pictures.values()].flatMap((one) => (one.kind === 'printed' ? [one.file] : [])),
      digest: dossier.digest,
      sections: open.length,
      withheld: dossier.sections.length - open.length,
      rule,
    }
  },
})

/** What no system takes in the name of a file is left out. */
const fileName = (words: string): string => [...words.replace(/[\\/:*?"<>|\p{Cc}]/gu, '')].slice(0, 80).join('')

type Made = {
  readonly caseId: CaseId
  readonly rule: string
  readonly facts: Readonly<Record<'purpose' | 'format' | 'dossierDigest' | 'fileDigest', string>> &
    Readonly<Record<'sections' | 'withheld' | 'pictures' | 'bytes', number>>
}

/** A file was made and is about to be handed over: what it was taken for and its digest go on record, no word of it does. */
export async function recordExport(call: Call, { caseId, rule, facts }: Made): Promise<void> {
  const { hub, actor } = call
  const now = hub.clock.now()
  await hub.db.transaction({ agencyId: actor.officer.agencyId, officerId: actor.officer.id }, now, (tx) =>
    logAct(tx, call, now, {
      act: 'case.exportDossier',
      outcome: 'done',
      subject: { kind: 'Case', id: caseId },
      caseId,
      rule,
      facts,
    }),
  )
}
