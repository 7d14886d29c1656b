import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import { checksumAlgorithms, checksumIn } from './checksum.ts'
import { statuses, UploadRefusal } from './faults.ts'
import { metadataIn } from './metadata.ts'
import type { Uploads } from './uploads.ts'

/** Another answer than the protocol's: rights are the host's affair. */
export type Refused = { readonly status: number; readonly code: string }

/** Who may upload what: the host knows, this package does not. */
export type Gatekeeper<Asker> = {
  /** A new upload, for hosts whose uploads begin here. */
  begin?(
    asker: Asker,
    wanted: { readonly size: number; readonly metadata: Readonly<Record<string, string>> },
  ): Promise<{ readonly id: string } | Refused>
  /** The length of an upload that was begun and is the asker's to add to. Asked at every request. */
  admit(asker: Asker, id: string): Promise<{ readonly size: number } | Refused>
  /** The asker gives the upload up. */
  ended?(asker: Asker, id: string): Promise<void>
}

export type TusRequest<Asker> = {
  readonly asker: Asker
  readonly method: string
  readonly headers: IncomingHttpHeaders
  /** The upload that the address names, if any. */
  readonly id?: string | undefined
  readonly body: Readable
}

export type TusAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

type TusOptions<Asker> = {
  readonly uploads: Uploads
  readonly gatekeeper: Gatekeeper<Asker>
  readonly maxBytes: number
  /** The address of an upload. */
  readonly location: (id: string) => string
}

const version = '1.0.0'
const always = { 'tus-resumable': version, 'cache-control': 'no-store' }

/** The server's side of tus 1.0: core, creation, termination and checksum. It answers in plain values, for any HTTP server. */
export function createTus<Asker>({ uploads, gatekeeper, maxBytes, location }: TusOptions<Asker>) {
  const answers: Record<string, (request: TusRequest<Asker>, id: string) => Promise<TusAnswer>> = {
    async HEAD({ asker }, id) {
      const admitted = await gatekeeper.admit(asker, id)
      if ('status' in admitted) return refused(admitted)
      const headers = { 'upload-offset': String(await uploads.offset(id)), 'upload-length': String(admitted.size) }
      return { status: 200, headers }
    },
    async PATCH({ asker, headers, body }, id) {
      if (headers['content-type'] !== 'application/offset+octet-stream') throw new UploadRefusal('wrong-type')
      const offset = numberIn(headers['upload-offset'])
      const checksum = checksumIn(single(headers['upload-checksum']))
      const admitted = await gatekeeper.admit(asker, id)
      if ('status' in admitted) return refused(admitted)
      const { size } = admitted
      const announced = headers['content-length'] === undefined ? 0 : numberIn(headers['content-length'])
      if (offset + announced > size) throw new UploadRefusal('too-long')
      await uploads.assertRoom(announced)
      const reached = await uploads.append({ id, offset, size, body, checksum })
      return { status: 204, headers: { 'upload-offset': String(reached) } }
    },
    async DELETE({ asker }, id) {
      const admitted = await gatekeeper.admit(asker, id)
      if ('status' in admitted) return refused(admitted)
      await uploads.discard(id)
      await gatekeeper.ended?.(asker, id)
      return { status: 204, headers: {} }
    },
  }

  async function created({ asker, headers }: TusRequest<Asker>): Promise<TusAnswer> {
    const size = numberIn(headers['upload-length'])
    if (size > maxBytes) throw new UploadRefusal('too-large')
    await uploads.assertRoom(size)
    const metadata = metadataIn(single(headers['upload-metadata']))
    const begun = await gatekeeper.begin?.(asker, { size, metadata })
    if (!begun) return { status: 405, headers: {} }
    return 'status' in begun ? refused(begun) : { status: 201, headers: { location: location(begun.id) } }
  }

  async function answer(request: TusRequest<Asker>): Promise<TusAnswer> {
    if (request.method === 'OPTIONS') return { status: 204, headers: abilities(maxBytes) }
    if (request.headers['tus-resumable'] !== version)
      return { status: statuses['unknown-version'], headers: { 'tus-version': version } }
    if (request.id === undefined) return request.method === 'POST' ? created(request) : { status: 405, headers: {} }
    return (await answers[request.method]?.(request, request.id)) ?? { status: 405, headers: {} }
  }

  /** Answers a request. A fault, a lost connection among them, is thrown. */
  return async (request: TusRequest<Asker>): Promise<TusAnswer> => {
    try {
      const given = await answer(request)
      return { ...given, headers: { ...always, ...given.headers } }
    } catch (error) {
      if (!(error instanceof UploadRefusal)) throw error
      return { ...refused({ status: statuses[error.code], code: error.code }), headers: always }
    } finally {
      // Whoever is still sending is heard out, or would not see the answer.
      request.body.resume()
    }
  }
}

const refused = ({ status, code }: Refused): TusAnswer => ({ status, headers: {}, body: JSON.stringify({ code }) })

const abilities = (maxBytes: number) => ({
  'tus-version': version,
  'tus-extension': 'creation,termination,checksum',
  'tus-max-size': String(maxBytes),
  'tus-checksum-algorithm': checksumAlgorithms.join(),
})

const single = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header

function numberIn(header: string | string[] | undefined): number {
  const text = single(header) ?? ''
  if (!/^\d{1,15}$/.test(text)) throw new UploadRefusal('malformed')
  return Number(text)
}
