import { expect, test } from 'vitest'
import { aLog } from './a-log.ts'
import { witnessed } from './witness.ts'

const log = aLog(300)
const { read, signer } = log
const key = signer.key
const early = log.checkpoint()
for (let i = 0; i < 500; i++) log.append(`later ${i}`)
const late = log.checkpoint()

/** The same log until somebody rewrote it: signed by the same key. */
function rewritten() {
  const forged = aLog(0)
  for (const body of log.bodies.with(7, 'rewritten')) forged.append(body)
  const note = signer.checkpoint({ size: forged.tree.size, rootHash: forged.tree.root() })
  return { note, read: forged.read }
}

test('[AU50] the first checkpoint is taken as it is, and one that goes on from it is consistent', async () => {
  expect(await witnessed({ offered: early, held: undefined, key, read })).toMatchObject({ isConsistent: true })
  expect(await witnessed({ offered: late, held: early, key, read })).toMatchObject({
    isConsistent: true,
    checkpoint: { size: 800 },
  })
  expect(await witnessed({ offered: late, held: late, key, read })).toMatchObject({ isConsistent: true })
})

test('[AU51] a log that went back is refused, and both heads are shown', async () => {
  const found = await witnessed({ offered: early, held: late, key, read })
  expect(found).toMatchObject({ isConsistent: false, code: 'rolled-back', isProof: true })
  expect(found).toHaveProperty('problem.en', expect.stringMatching(/800 entries \(root .+\).*300 entries/))
})

test('[AU51] a log that was rewritten is refused, whether it grew or not', async () => {
  const forged = rewritten()
  const grown = await witnessed({ offered: forged.note, held: early, key, read: forged.read })
  expect(grown).toMatchObject({ isConsistent: false, code: 'forked' })
  const same = await witnessed({ offered: forged.note, held: late, key, read: forged.read })
  expect(same).toMatchObject({ isConsistent: false, code: 'forked', isProof: true })
})

test('[AU51] tiles that do not add up, and checkpoints of another key, are not cosigned either', async () => {
  const forged = rewritten()
  expect(await witnessed({ offered: forged.note, held: early, key, read })).toMatchObject({ code: 'tiles-wrong' })
  const other = aLog(3)
  expect(await witnessed({ offered: other.checkpoint(), held: early, key, read })).toMatchObject({ code: 'forged' })
  await expect(witnessed({ offered: late, held: other.checkpoint(), key, read })).rejects.toThrow('not one of this log')
})
