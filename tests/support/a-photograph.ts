import { createHash } from 'node:crypto'
import type { CaseId, FileId } from '@lianban/kernel'
import { aPng } from '../../packages/papers/src/a-picture.ts'
import type { HubServer } from './hub-server.ts'
import { once } from './shared-case.ts'

/** A picture that an officer has uploaded to a case, whole and digested. */
export async function aPhotograph(hub: HubServer, caseId: CaseId, subject = 'bj-tobacco.handler') {
  const bytes = Buffer.from(aPng(320, 200))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { cookie } = await hub.signIn(subject)
  const marks = { isSensitive: false, handlingCode: 'unrestricted' as const }
  const file = { caseId, name: '现场照片.png', bytes: bytes.length, ...marks }
  const { fileId } = await (await hub.client(subject)).files.begin.mutate(once(file))
  const send = (path: string, init: RequestInit) =>
    fetch(`${hub.origin}/uploads/${fileId}${path}`, {
      ...init,
      headers: { cookie, origin: hub.origin, ...init.headers },
    })
  await send('', {
    method: 'PATCH',
    headers: {
      'tus-resumable': '1.0.0',
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
    },
    body: bytes,
  })
  await send('/finish', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sha256 }),
  })
  return { fileId: fileId as FileId, sha256, bytes }
}
