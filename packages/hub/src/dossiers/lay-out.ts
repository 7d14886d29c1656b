import { templates } from '@lianban/dossier'
import { CaseId, newId, type SectionId } from '@lianban/kernel'
import { z } from 'zod'
import { findCase } from '../cases/index.ts'
import { command } from '../command.ts'
import { dossierStarted } from './refusals.ts'
import { insertSection, nextPosition } from './store.ts'

const titleIn = (zh: string): string => zh.replace(/^[一二三四五六七八九十]+、/, '')

/** An empty dossier gets the sections of a template, all open to the whole case until somebody restricts them. */
export const layOutDossier = command({
  name: 'case.layOutDossier',
  on: 'Case',
  action: 'addSection',
  input: z.object({ caseId: CaseId, template: z.enum(templates.map(({ id }) => id) as [string, ...string[]]) }),
  about: ({ caseId }) => caseId,
  subject: ({ tx, input }) => findCase(tx, input.caseId, { lock: true }),
  async run({ input, officer, tx, now }) {
    const { caseId } = input
    const { sections } = templates.find(({ id }) => id === input.template)!
    const first = await nextPosition(tx, caseId)
    if (first > 1) throw dossierStarted()
    const sectionIds: SectionId[] = []
    for (const [i, { zh }] of sections.entries()) {
      const id = newId<SectionId>()
      sectionIds.push(id)
      const readers = { audience: 'case' as const, ownerAgencyId: officer.agencyId, addedBy: officer.id }
      await insertSection(
        tx,
        { id, caseId, position: first + i, title: titleIn(zh), ...readers, addedAt: now, version: 1 },
        [],
      )
    }
    return { sectionIds }
  },
  facts: ({ input }) => ({ template: input.template }),
})
