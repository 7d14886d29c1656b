import type { Trust } from '@lianban/audit'
import type { Rooms } from '@lianban/collab'
import type { Database } from '@lianban/db'
import type { Hub } from '@lianban/hub'
import type { Identity, SignedIn } from '@lianban/identity'
import type { RequestId } from '@lianban/kernel'
import type { Logger } from 'pino'
import type { Attendance } from './attendance.ts'
import type { Limiter } from './limiter.ts'
import type { Metrics } from './metrics.ts'
import type { PageStreams } from './page-streams.ts'
import type { Press } from './press.ts'
import type { Vault } from './vault.ts'

/** What the routes are built from. */
export type Parts = {
  readonly db: Database
  readonly hub: Hub
  readonly identity: Identity
  readonly rooms: Rooms
  readonly attendance: Attendance
  readonly streams: PageStreams
  readonly press: Press
  readonly vault: Vault
  readonly publicOrigin: string
  readonly absoluteHours: number
  readonly signIns: Limiter
  readonly isBehindProxy: boolean
  readonly webDir: string
  readonly log: Logger
  readonly metrics: Metrics
  /** Whose signatures on the log count. */
  readonly trust: Trust
  readonly isSequencing: () => boolean
  /** False when the rules in force cannot be used by this program. */
  readonly isFollowingRules: () => boolean
  /** Something may have been logged: the tree takes it in now and not at its next round. */
  readonly acted: () => void
}

export type Env = { Variables: { requestId: RequestId; actor: SignedIn | undefined } }
