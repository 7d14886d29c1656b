import { join } from 'node:path'
import {
  type ContentStore,
  createDigester,
  createTus,
  openDiskStore,
  openUploads,
  type Scan,
  scanWith,
  type TusAnswer,
  type TusRequest,
  type Uploads,
} from '@lianban/files'
import { type Call, discardUpload, findUpload, type Limits, uploadDays } from '@lianban/hub'
import { type Clock, FileId, Refusal } from '@lianban/kernel'
import type { Logger } from 'pino'
import { statuses } from './export-answers.ts'
import { faultOf } from './fault.ts'

/** Where the bytes of files arrive and are kept; it knows of rights only what the hub answers. */
export type Vault = {
  readonly uploads: Uploads
  readonly store: ContentStore
  readonly scan: Scan
  readonly tus: (request: TusRequest<Call>) => Promise<TusAnswer>
  close(): Promise<void>
}

type VaultOptions = {
  readonly dir: string
  readonly scanner?: string | undefined
  readonly limits: Limits
  readonly clock: Clock
  readonly log: Logger
}

const sweepEveryMs = 3600_000
const untouchedMs = (uploadDays + 1) * 24 * 3600_000

export async function openVault({ dir, scanner, limits, clock, log }: VaultOptions): Promise<Vault> {
  const digester = createDigester()
  const uploads = await openUploads({ dir: join(dir, 'uploads'), digester })
  const store = await openDiskStore({ dir: join(dir, 'contents'), digester, clock })
  const [program, ...args] = scanner?.split(' ') ?? []
  const sweep = () =>
    uploads.sweep(new Date(clock.now().getTime() - untouchedMs)).then(
      (swept) => swept.length && log.info({ swept: swept.length }, 'uploads that nobody went on with were removed'),
      (error) => log.error({ fault: faultOf(error) }, 'old uploads could not be removed'),
    )
  const sweeping = setInterval(sweep, sweepEveryMs).unref()
  return {
    uploads,
    store,
    scan: program ? scanWith(program, args) : async () => ({ isClean: true }),
    tus: createTus<Call>({
      uploads,
      maxBytes: limits.fileBytes,
      location: (id) => `/uploads/${id}`,
      gatekeeper: {
        async admit(call, id) {
          const asked = FileId.safeParse(id)
          if (!asked.success) return { status: 404, code: 'record.unseen' }
          const upload = await findUpload(call, { fileId: asked.data }).catch(orRefused)
          if (upload instanceof Refusal) return { status: statuses[upload.kind], code: upload.code }
          return upload.state === 'open' ? { size: upload.bytes } : { status: 410, code: 'file.upload-over' }
        },
        async ended(call, id) {
          await discardUpload(call, { fileId: FileId.parse(id), submissionId: crypto.randomUUID() })
        },
      },
    }),
    async close() {
      clearInterval(sweeping)
      uploads.close()
      await digester.close()
    },
  }
}

/** The hub's no is an answer; every other failure stays one. */
export function orRefused(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  throw error
}
