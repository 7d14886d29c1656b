import { FileId } from '@lianban/kernel'
import { z } from 'zod'
import { exportPurposes } from '../export-purposes.ts'
import type { Call } from '../hub.ts'
import { logAct } from '../log-act.ts'
import { find } from '../query.ts'
import type { CaseFile } from './file.ts'
import { previewOf } from './preview-of.ts'
import { changedInStore, notPreviewed } from './refusals.ts'
import { openFile } from './withheld.ts'

/** A file to be looked at in the browser, by whoever may read it. */
export const previewFile = find({
  name: 'file.preview',
  on: 'File',
  input: z.strictObject({ fileId: FileId }),
  about: ({ fileId }) => fileId,
  isLogged: false,
  subject: (given) => openFile(given, given.input.fileId),
  async run({ subject, rule }) {
    if (!previewOf(subject.type)) throw notPreviewed()
    return takenOf(subject, rule)
  },
})

/** A file to be taken out of the hub, for a purpose that goes on record. */
export const downloadFile = find({
  name: 'file.download',
  on: 'File',
  action: 'download',
  input: z.strictObject({ fileId: FileId, purpose: z.enum(exportPurposes) }),
  about: ({ fileId }) => fileId,
  isLogged: false,
  subject: (given) => openFile(given, given.input.fileId),
  run: async ({ subject, rule }) => takenOf(subject, rule),
})

/** A file as the server hands it over: where its bytes lie, and by which rule. */
export const takenOf = ({ id, caseId, name, bytes, sha256, type }: CaseFile, rule: string) => ({
  ...{ id, caseId, name, bytes, sha256, type, rule },
})
export type TakenFile = ReturnType<typeof takenOf>

type Act = { readonly act: 'file.preview' | 'file.download'; readonly purpose?: string | undefined }

/** The bytes were compared with the digest on record and are about to be handed over. */
export const recordTaken = (call: Call, taken: TakenFile, { act, purpose }: Act): Promise<void> =>
  record(call, taken, {
    act,
    outcome: 'done',
    rule: taken.rule,
    facts: { bytes: taken.bytes, sha256: taken.sha256, ...(purpose && { purpose }) },
  })

/** The bytes in the store are not those on record: nothing is handed over, and the log says which file it was. */
export async function refuseChanged(call: Call, taken: TakenFile, { act }: Act): Promise<never> {
  const refusal = changedInStore()
  await record(call, taken, { act, outcome: 'refused', code: refusal.code })
  throw refusal
}

async function record(
  call: Call,
  { id, caseId }: TakenFile,
  said: Pick<Parameters<typeof logAct>[3], 'act' | 'outcome' | 'code' | 'rule' | 'facts'>,
): Promise<void> {
  const { hub, actor } = call
  const now = hub.clock.now()
  await hub.db.transaction({ agencyId: actor.officer.agencyId, officerId: actor.officer.id }, now, async (tx) => {
    await logAct(tx, call, now, { ...said, subject: { kind: 'File', id }, caseId })
  })
}
