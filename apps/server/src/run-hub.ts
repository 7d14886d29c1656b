import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { serve, type WebSocketServerLike } from '@hono/node-server'
import { appendEntry, makeTileProofs, startSequencer, tilesOfDatabase } from '@lianban/audit'
import { createPostgresStore, createRooms, defaultLimits, type Limits as RoomLimits, readRooms } from '@lianban/collab'
import { assertOwnsNothing, openDatabase, openDutyPool } from '@lianban/db'
import { joinedUpdates } from '@lianban/dossier'
import {
  alertRulesIn,
  digestMissing,
  digestMissingLetters,
  establishRules,
  type Hub,
  type Keeping,
  type Limits,
  makeAutoShare,
  makeBlindKey,
  makeChronicles,
  makeMeasures,
  noteDamage,
  noticesSince,
  type RuleFile,
  type RuleSet,
  readRuleFiles,
  recomputeClocks,
  recordLeaving,
  recordRefusedWrite,
  retentionIn,
  StoredRulesError,
  shortDigest,
  tell,
  vocabulary,
} from '@lianban/hub'
import { createIdentity } from '@lianban/identity'
import { type Clock, type EntryId, newId, type RequestId, SectionId } from '@lianban/kernel'
import { LawFileError, loadLaw } from '@lianban/law'
import { createPolicy, RuleFileError } from '@lianban/policy'
import type { Logger } from 'pino'
import { WebSocketServer } from 'ws'
import { makeApp } from './app.ts'
import { makeAttendance } from './attendance.ts'
import { startClimber } from './climber.ts'
import { startClockKeeper } from './clock-keeper.ts'
import { startCourier } from './courier.ts'
import { makeDecisions } from './decisions.ts'
import { faultOf } from './fault.ts'
import { makeHubClock } from './hub-clock.ts'
import { makeLimiter } from './limiter.ts'
import { startLogCopier } from './log-copier.ts'
import { signerOf } from './log-key.ts'
import { startWatching } from './log-watch.ts'
import { meetingPlace } from './meeting-place.ts'
import { makeMetrics } from './metrics.ts'
import { NotReady, portProblem } from './not-ready.ts'
import { makePageStreams } from './page-streams.ts'
import { makePress } from './press.ts'
import { startRadar } from './radar-watch.ts'
import { watchRights } from './rights-watch.ts'
import { makeRoomGate } from './room-gate.ts'
import { makeRoomLog } from './room-log.ts'
import { watchRules } from './rule-watch.ts'
import { startFollowingTexts } from './text-follower.ts'
import { openVault } from './vault.ts'
import { readTrust } from './witness-policy.ts'
import { startGivingWords } from './words-giver.ts'

export type HubOptions = {
  readonly programUrl: string
  readonly host: string
  readonly port: number
  readonly publicOrigin: string
  readonly allowInsecureIssuers: boolean
  readonly idleMinutes: number
  readonly absoluteHours: number
  /** How many steps of signing in one client address may take in a minute. */
  readonly signInsPerMinute: number
  readonly blindSecret: Uint8Array
  readonly limits: Limits
  /** Where the bytes of files lie. */
  readonly filesDir: string
  readonly fileScanner?: string | undefined
  /** Where several processes of a hub meet, if not in their database. */
  readonly redisUrl?: string | undefined
  /** What one connection or room may cost, where it differs from the defaults. */
  readonly roomLimits?: Partial<RoomLimits>
  /** The private key that signs checkpoints of the log. */
  readonly auditLogKey: string
  readonly auditCopyDir?: string | undefined
  readonly isBehindProxy?: boolean
  /** The repository's root, where policies/ and the built web application lie. */
  readonly root: string
  /** Rule files kept elsewhere. */
  readonly policiesDir?: string | undefined
  /** Rule files that differ from the rules in force come into force at start, as in a demonstration. */
  readonly adoptsRuleFiles?: boolean
  readonly log: Logger
  readonly clock?: Clock
  readonly acceptsClockSetBack?: boolean
  /** Which addresses webhooks may lead to beside those of the open internet. */
  readonly webhookReach?: Hub['webhookReach']
  /** How often sessions and rights that end by themselves are looked for. */
  readonly watchMs?: number
}

export type RunningHub = { readonly origin: string; readonly hub: Hub; stop(): Promise<void> }

/** How long a stopping hub waits for pages to take in that it stops. */
const farewellMs = 500

/** Builds the hub on a migrated database and listens; stopping it loses nothing that anybody saw. */
export async function runHub(options: HubOptions): Promise<RunningHub> {
  const { programUrl, publicOrigin, log, root } = options
  const policies = options.policiesDir ?? join(root, 'policies')
  const files = readPolicies(() => readRuleFiles(policies))
  const signer = signerOf(options.auditLogKey)
  const trust = readTrust(join(policies, 'audit/witnesses.yaml'), signer)
  const alertRules = readPolicies(() => alertRulesIn(policies))
  const retention = readPolicies(() => retentionIn(policies))
  const law = readPolicies(() => loadLaw(join(policies, 'law')))
  const db = openDatabase({ url: programUrl, applicationName: 'lianban' })
  await assertOwnsNothing(db)
  const clock = options.clock ?? (await makeHubClock(db, { acceptsSetBack: options.acceptsClockSetBack ?? false }))
  const keeping = { db, clock, vocabulary }
  const inForce = await establish(keeping, files, options).catch(async (error: unknown) => {
    await db.close()
    throw error
  })
  const policy = createPolicy({ rules: inForce.rules, vocabulary, clock })
  const measures = makeMeasures(inForce.measures)
  let { autoShares } = inForce
  const replace = (next: RuleSet) => {
    policy.replace(next.rules)
    measures.replace(next.measures)
    autoShares = next.autoShares
  }
  const metrics = makeMetrics()
  // Of its own as well: what people type waits for nobody.
  const roomsPool = openDutyPool({ url: programUrl, duty: 'rooms', maxConnections: 4 })
  const { relay, announcement } = meetingPlace({ pool: roomsPool, url: programUrl, redisUrl: options.redisUrl, log })
  const store = createPostgresStore(roomsPool, announcement)
  const vault = await openVault({
    dir: options.filesDir,
    scanner: options.fileScanner,
    limits: options.limits,
    clock,
    log,
  })
  let copier: ReturnType<typeof startLogCopier> | undefined
  const hub: Hub = {
    db,
    policy,
    vocabulary,
    measures,
    autoShare: makeAutoShare(() => autoShares),
    law,
    clock,
    sections: {
      async read(tx, ids) {
        const rooms = await readRooms(tx.$client, ids)
        return new Map(ids.map((id) => [id, joinedUpdates(rooms.get(id) ?? [])]))
      },
    },
    contents: { soundness: ({ sha256, bytes }) => vault.store.verify({ sha256, size: bytes }) },
    chronicles: makeChronicles(),
    blindKey: makeBlindKey(options.blindSecret),
    limits: options.limits,
    alertRules,
    retention,
    logCopy: () => copier?.standing() ?? null,
    webhookReach: options.webhookReach ?? { networks: [], loopback: false },
    receipts: { signer, trust, proofs: makeTileProofs(tilesOfDatabase(db)) },
  }

  // Numbers of before this key, or of before there were digests, are found from the first question on.
  await digestMissing(db, clock, hub.blindKey)
  await digestMissingLetters(db, clock, hub.blindKey)

  const moved = await recomputeClocks(hub)
  if (moved) log.warn({ moved }, 'statutory clocks were reckoned anew, by rules or a calendar that changed')

  // Of its own, so that revocation never waits behind other work for a connection.
  const rightsDb = openDatabase({ url: programUrl, applicationName: 'lianban-rights', maxConnections: 4 })
  const deciding: Hub = { ...hub, db: rightsDb }
  const decisions = makeDecisions(deciding)

  let lastFault: Date | undefined
  const isSequencing = () => !lastFault || clock.now().getTime() - lastFault.getTime() > 5000
  const sequencer = startSequencer({
    db,
    clock,
    signer,
    onFault(error) {
      // It tries again four times a second; one line in five is enough.
      if (isSequencing()) log.error({ fault: faultOf(error) }, 'the sequencer could not go on and tries again')
      lastFault = clock.now()
    },
  })
  const identity = createIdentity({
    db,
    clock,
    redirectUri: `${publicOrigin}/auth/callback`,
    allowInsecureIssuers: options.allowInsecureIssuers,
    idleMinutes: options.idleMinutes,
    absoluteHours: options.absoluteHours,
    async record(tx, event) {
      await appendEntry(tx, { id: newId<EntryId>(), ...event })
      const { act, sessionId } = event
      if ((act === 'session.sign-out' || act === 'session.expire') && sessionId)
        await tell(tx, { what: 'session', id: sessionId })
    },
  })

  const attendance = makeAttendance()
  const callOf = (sessionId: string) => {
    const actor = attendance.present(sessionId)
    return actor && { hub, actor, requestId: newId<RequestId>() }
  }
  const recorded = (work: Promise<void>) =>
    void work.catch((error) => log.error({ fault: faultOf(error) }, 'an event of a room could not be recorded'))
  const tellRoomEvent = makeRoomLog(log, metrics)
  const roomLimits: RoomLimits = { ...defaultLimits, ...options.roomLimits }
  const rooms = createRooms({
    store,
    clock,
    gatekeeper: makeRoomGate(decisions, attendance),
    relay,
    limits: roomLimits,
    log(event) {
      tellRoomEvent(event)
      if (event.event === 'damaged')
        recorded(noteDamage(hub, { sectionId: SectionId.parse(event.roomId), seq: event.seq }))
    },
    onLeft(roomId, { sessionId }, wrote) {
      const call = callOf(sessionId)
      if (call) recorded(recordLeaving(call, { sectionId: SectionId.parse(roomId), ...wrote }))
    },
    onRefused(roomId, { sessionId }, reason) {
      const call = callOf(sessionId)
      if (call) recorded(recordRefusedWrite(call, SectionId.parse(roomId), reason))
    },
  })
  const onFault = (error: unknown) => log.error({ fault: faultOf(error) }, 'rights could not be looked after')
  const rules = watchRules({ keeping, policies, startedWith: inForce.digest, replace, log, metrics })
  const streams = makePageStreams({ decisions, notices: (asked) => noticesSince(deciding, asked), onFault })
  const rights = await watchRights({
    hub: deciding,
    url: programUrl,
    identity,
    rooms,
    streams,
    attendance,
    rules,
    watchMs: options.watchMs ?? 30_000,
    onFault,
  })
  // What was approved after the rules were read and before anybody listened.
  await rules.follow()

  const press = makePress()
  const app = makeApp({
    vault,
    press,
    db,
    hub,
    identity,
    rooms,
    attendance,
    streams,
    publicOrigin,
    absoluteHours: options.absoluteHours,
    signIns: makeLimiter(options.signInsPerMinute),
    isBehindProxy: options.isBehindProxy ?? false,
    webDir: join(root, 'apps/web/dist'),
    log,
    metrics,
    trust,
    isSequencing,
    isFollowingRules: rules.isFollowing,
    acted: sequencer.nudge,
  })
  // The two libraries agree at run time; their types differ in what an optional property may be.
  const sockets: unknown = new WebSocketServer({ noServer: true, maxPayload: roomLimits.messageBytes })
  const server = serve({
    fetch: app.fetch,
    hostname: options.host,
    port: options.port,
    websocket: { server: sockets as WebSocketServerLike },
  })
  const stopListening = async () => {
    const closed = once(server, 'close')
    server.close()
    await Promise.race([Promise.all([streams.close(), rooms.close()]), pause(farewellMs)])
    await rooms.close()
    if ('closeAllConnections' in server) {
      // Their last words are on the way: lines that have nothing more to say are closed, and the others cut off in the end.
      for (let tries = 0; tries < 10 && (await Promise.race([closed.then(() => false), pause(20, true)])); tries++)
        server.closeIdleConnections()
      server.closeAllConnections()
    }
    await closed
  }
  const words = startGivingWords(hub, log)
  const clocks = startClockKeeper({ hub, url: programUrl, everyMs: options.watchMs ?? 15_000, log })
  const climber = startClimber({ hub, everyMs: options.watchMs ?? 15_000, log })
  const courier = startCourier({ hub, everyMs: options.watchMs ?? 5_000, log })
  const watch = startWatching(hub, log)
  const radar = startRadar(hub, log)
  if (options.auditCopyDir)
    copier = startLogCopier({ db, folder: options.auditCopyDir, clock, metrics, log, everyMs: options.watchMs })
  const texts = startFollowingTexts(programUrl, log)
  const stop = async () => {
    await (server.listening ? stopListening() : rooms.close())
    rules.stop()
    await rights.stop()
    await words.stop()
    await clocks.stop()
    await climber.stop()
    await courier.stop()
    await watch.stop()
    await radar.stop()
    await texts.stop()
    await press.close()
    await vault.close()
    await sequencer.idle().catch(() => {})
    await sequencer.stop()
    await copier?.stop()
    await Promise.all([hub.chronicles.close(), db.close(), rightsDb.close(), roomsPool.end()])
  }
  try {
    await once(server, 'listening')
  } catch (error) {
    await stop()
    throw portProblem(error, { ...options, setting: 'PORT' })
  }
  return { origin: `http://${options.host}:${(server.address() as AddressInfo).port}`, hub, stop }
}

/** Files that are broken stop the start, whether or not they would come into force. */
function readPolicies<Read>(read: () => Read): Read {
  try {
    return read()
  } catch (error) {
    if (error instanceof LawFileError) throw lawBroken(error)
    throw error instanceof RuleFileError ? rulesBroken(error) : error
  }
}

async function establish(keeping: Keeping, files: readonly RuleFile[], { adoptsRuleFiles, log }: HubOptions) {
  try {
    const inForce = await establishRules(keeping, files, { adoptsFiles: adoptsRuleFiles ?? false })
    const digest = shortDigest(inForce.digest)
    const { added } = inForce
    if (added.length)
      log.warn({ digest, added }, 'the rules in force did not say this yet: it was taken from the rule files on disk')
    else if (inForce.isAdopted) log.warn({ digest }, 'the rule files were adopted')
    if (inForce.differsFromFiles)
      log.warn({ digest }, 'the rule files on disk are not in force: they wait for two administrators')
    return inForce
  } catch (error) {
    if (error instanceof StoredRulesError) throw storedRulesBroken(error)
    throw error instanceof RuleFileError ? rulesBroken(error) : error
  }
}

const rulesBroken = (error: RuleFileError) =>
  new NotReady(
    {
      zh: `权限规则有误，未启动。请按下列文件和行号修正：\n${error.message}`,
      en: 'The permission rules are not valid, so nothing was started. Mend them in the files and lines above.',
    },
    error,
  )

const lawBroken = (error: LawFileError) =>
  new NotReady(
    {
      zh: `法律规则数据有误，未启动。请按下列文件和行号修正（lianban law test 可先行检验）：\n${error.message}`,
      en: 'The law files are not valid, so nothing was started. Mend them in the files and lines above; lianban law test checks them.',
    },
    error,
  )

const storedRulesBroken = (error: StoredRulesError) =>
  new NotReady(
    {
      zh: `数据库中现行的权限规则不能用于本版本的程序，未启动：\n${error.message}\n请核对随程序提供的 policies 目录，再由数据库所有者执行：DATABASE_OWNER_URL=… lianban policy adopt --because 理由（记入审计日志）。`,
      en: 'The rules in force, kept in the database, are not valid for this version of the program, so nothing was started. Check the policies that come with it, then adopt them as the owner of the database: DATABASE_OWNER_URL=… lianban policy adopt --because REASON (entered in the audit log).',
    },
    error,
  )
