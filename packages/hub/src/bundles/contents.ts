import { contentsFolder, type Packed } from '@lianban/audit'
import { Refusal } from '@lianban/kernel'
import { downloadFile, listFilesOf, recordTaken, refuseChanged, type TakenFile } from '../files/index.ts'
import type { Call } from '../hub.ts'
import type { AskedBundle } from './open.ts'

/** Port to the bytes of files: nothing where they are not there any more or are others than are on record. */
export type Contents = (file: TakenFile) => Promise<Uint8Array | undefined>

/** A bundle is one piece in memory here and at whoever verifies it: so much of files goes into it, the smallest first. */
const mostBytesOfFiles = 256 * 2 ** 20

type Described = Awaited<ReturnType<typeof listFilesOf>>['items'][number]

/**
 * The files of a case that the officer may take along, each below its digest and on record as taken; and a list of all that
 * the officer reads, with both digests and why one is not in it.
 */
export async function contentsFor(call: Call, { caseId, purpose }: AskedBundle, contents: Contents) {
  const files: Packed[] = []
  const listed: object[] = []
  let room = mostBytesOfFiles
  const { items } = await listFilesOf(call, { caseId })
  for (const item of items.toSorted((a, b) => a.bytes - b.bytes)) {
    const taken = item.can.download ? await allowed(() => downloadFile(call, { fileId: item.id, purpose })) : undefined
    const isTooMuch = item.bytes > room
    const bytes = taken && !isTooMuch ? await given(call, taken, { purpose, contents }) : undefined
    if (bytes && !files.some(({ name }) => name === pathOf(item))) {
      files.push({ name: pathOf(item), bytes })
      room -= bytes.length
    }
    const left = !taken ? 'not-allowed' : isTooMuch ? 'too-large' : 'changed-in-store'
    listed.push({ ...factsOf(item), ...(bytes ? { path: pathOf(item) } : { leftOut: left }) })
  }
  return { files, listed }
}

const factsOf = ({ id, name, bytes, sha256, sm3, type, handlingCode, uploadedAt, ownerAgency }: Described) => ({
  ...{ id, name, bytes, sha256, sm3, type, handlingCode, uploadedAt, agency: ownerAgency.nameZh },
})

/** A file's name holds no path, so that none can leave its folder. */
const pathOf = ({ sha256, name }: Described): string => `${contentsFolder}${sha256}/${name}`

async function given(
  call: Call,
  taken: TakenFile,
  { purpose, contents }: { readonly purpose: string; readonly contents: Contents },
): Promise<Uint8Array | undefined> {
  const bytes = await contents(taken)
  if (bytes) await recordTaken(call, taken, { act: 'file.download', purpose })
  else await allowed(() => refuseChanged(call, taken, { act: 'file.download' }))
  return bytes
}

/** What the officer may not take along is left out. */
async function allowed<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
