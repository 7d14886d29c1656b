import type { Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import { ClueId, ExportId, newId, unseen } from '@lianban/kernel'
import { sha256Hex } from '@lianban/kernel/digest'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards } from '../agencies/index.ts'
import { line } from '../classification.ts'
import { type ClueRow, findClue, hiddenInClue } from '../clues/index.ts'
import { command } from '../command.ts'
import type { Hub } from '../hub.ts'
import { find } from '../query.ts'
import { type ClueExport, clueExports } from './clue-export.ts'
import { correctedSince } from './refusals.ts'
import { sheetOf } from './sheet.ts'

type Taken = Pick<ClueExport, 'id' | 'purpose' | 'exportedAt'>

type Taking = { readonly hub: Hub; readonly tx: Tx; readonly officer: SignedIn['officer'] }

async function sheetFor({ hub, tx, officer }: Taking, clue: ClueRow, taken: Taken) {
  const withheldFields = hiddenInClue({ hub, officer, now: taken.exportedAt }, clue)
  const owner = (await agencyCards(tx, [clue.ownerAgencyId])).get(clue.ownerAgencyId)!
  const html = sheetOf(clue, withheldFields, {
    agencyZh: officer.agency.shortZh,
    postZh: officer.postZh,
    at: taken.exportedAt,
    purpose: taken.purpose,
    exportId: taken.id,
    ownerZh: owner.nameZh,
  })
  return { html, withheldFields, digest: sha256Hex(html) }
}

/** An officer takes a clue out of the hub as a marked page; its owner sees who did, when and what for. */
export const exportClue = command({
  name: 'clue.export',
  on: 'Clue',
  input: z.object({ clueId: ClueId, expectedVersion: z.int().positive(), purpose: line(200) }),
  about: ({ clueId }) => clueId,
  subject: ({ tx, input }) => findClue(tx, input.clueId, { lock: true }),
  async run({ input, subject, officer, tx, now, hub }) {
    if (subject.version !== input.expectedVersion) throw correctedSince()
    const taken = { id: newId<ExportId>(), purpose: input.purpose, exportedAt: now }
    const { withheldFields, digest } = await sheetFor({ hub, tx, officer }, subject, taken)
    await tx.insert(clueExports).values({
      ...taken,
      clueId: subject.id,
      clueVersion: subject.version,
      agencyId: officer.agencyId,
      officerId: officer.id,
      handlingCode: subject.handlingCode,
      withheldFields,
      digest,
    })
    return { exportId: taken.id, digest }
  },
  facts: ({ subject }) => ({ handlingCode: subject.handlingCode }),
})

/** The page of an export, for who made it and as long as it may still be made; nothing of it is kept in the hub. */
export const findExportPage = find({
  name: 'clue.exported',
  on: 'Clue',
  action: 'export',
  input: z.strictObject({ clueId: ClueId, exportId: ExportId }),
  about: ({ clueId }) => clueId,
  isLogged: true,
  subject: ({ tx, input }) => findClue(tx, input.clueId),
  async run({ input, subject, officer, tx, hub }) {
    const [taken] = await tx
      .select()
      .from(clueExports)
      .where(
        and(
          eq(clueExports.id, input.exportId),
          eq(clueExports.clueId, subject.id),
          eq(clueExports.officerId, officer.id),
        ),
      )
    if (!taken) throw unseen()
    const { html, digest } = await sheetFor({ hub, tx, officer }, subject, taken)
    if (digest !== taken.digest) throw correctedSince()
    return { html, digest, number: subject.number, exportedAt: taken.exportedAt }
  },
})
