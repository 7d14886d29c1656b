import { EvidenceId } from '@lianban/kernel'
import { z } from 'zod'
import { compareFiles } from '../attachments/index.ts'
import { command } from '../command.ts'
import { chainOfItem } from '../custody/index.ts'
import { findItem } from './store.ts'

/** The stored bytes of every file of an item are digested anew and held against what is on record. */
export const compareEvidence = command({
  name: 'evidence.compare',
  on: 'EvidenceItem',
  action: 'attach',
  input: z.object({ evidenceId: EvidenceId }),
  about: ({ evidenceId }) => evidenceId,
  subject: ({ tx, input }) => findItem(tx, input.evidenceId),
  async run({ subject, officer, tx, now, hub }) {
    const { events } = await chainOfItem(tx, subject.id)
    const files = await compareFiles({ tx, hub, officer, now }, { ...subject, nth: events.length })
    return { files: files.length, unsound: files.filter(({ found }) => found !== 'whole').length }
  },
  facts: ({ subject, output }) => ({ number: subject.number, ...output }),
})
