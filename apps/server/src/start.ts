import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { migrate, openDatabase, programLogin, StartError, startEmbedded } from '@lianban/db'
import { agencies, operatorSlug } from '@lianban/demo'
import { bootstrapOperator } from '@lianban/hub'
import { blindSecretIn } from './blind-secret.ts'
import { assertAnswers, databaseProblem } from './database-problem.ts'
import { startDemoWorld } from './demo-world.ts'
import { faultOf } from './fault.ts'
import { makeLog } from './log.ts'
import { logKeyIn } from './log-key.ts'
import { NotReady, portTaken } from './not-ready.ts'
import { type RunningHub, runHub } from './run-hub.ts'
import { readSettings, type Settings } from './settings.ts'

const root = resolve(import.meta.dirname, '../../..')
const stops: (() => Promise<void>)[] = []
let isStopping = false
const tell = (zh: string, en: string) => console.log(`${zh}  ${en}`)

async function start(): Promise<void> {
  const settings = readSettings(process.env)
  assertWebBuilt()
  const log = makeLog(settings.demo && settings.logLevel === 'info' ? 'warn' : settings.logLevel)
  const dataDir = resolve(root, settings.dataDir)
  const { programUrl, ownerUrl } = settings.database ?? (await embedded(settings, dataDir))
  going()
  await prepareDatabase(programUrl, ownerUrl)
  going()
  const demo = settings.demo && (await demoWorld(programUrl, settings.demo.idpPort, settings.publicOrigin))
  going()
  const running = await runHub({
    ...settings,
    programUrl,
    blindSecret: settings.blindHitKey ?? blindSecretIn(usable(dataDir)),
    auditLogKey: settings.auditLogKey ?? logKeyIn(usable(dataDir), settings.publicOrigin),
    auditCopyDir: settings.auditCopyDir && resolve(root, settings.auditCopyDir),
    filesDir: usable(resolve(root, settings.filesDir)),
    root,
    policiesDir: settings.policiesDir && resolve(root, settings.policiesDir),
    adoptsRuleFiles: Boolean(settings.demo),
    log,
    allowInsecureIssuers: !settings.isProduction,
  })
  stops.push(running.stop)
  going()
  if (settings.operator) await enterRealOperator(settings.operator, running.hub)
  if (demo) {
    await demo.load(running, settings.database ? undefined : join(dataDir, 'demo-loaded'), tell)
    announceCast(settings.publicOrigin)
  }
  going()
  tell(`\n联办已就绪：${settings.publicOrigin}`, `Lianban is ready at ${settings.publicOrigin}  (Ctrl-C 停止 stops it)`)
}

function assertWebBuilt(): void {
  if (existsSync(join(root, 'apps/web/dist/index.html'))) return
  throw new NotReady({
    zh: '网页应用尚未构建。请执行 npx -y pnpm@12.21.0 build，再重新启动。',
    en: 'The web application has not been built. Run npx -y pnpm@12.21.0 build and start again.',
  })
}

async function prepareDatabase(programUrl: string, ownerUrl: string | undefined): Promise<void> {
  try {
    if (ownerUrl) {
      const { applied } = await migrate({ ownerUrl, dir: join(root, 'migrations'), programLogin: loginOf(programUrl) })
      if (applied.length) tell(`已更新数据库结构：${applied.length} 项`, `Database migrated: ${applied.length} step(s)`)
    }
    await assertAnswers(programUrl)
  } catch (error) {
    throw databaseProblem(error)
  }
}

async function demoWorld(programUrl: string, idpPort: number, publicOrigin: string) {
  const db = openDatabase({ url: programUrl, maxConnections: 1 })
  try {
    const demo = await startDemoWorld({ db, idpPort, publicOrigin })
    stops.push(demo.stop)
    return demo
  } finally {
    await db.close()
  }
}

async function embedded({ databasePort }: Settings, dataDir: string) {
  const database = await startEmbedded({ dir: usable(dataDir), port: databasePort, durable: true }).catch(
    (error: unknown) => {
      const isTaken = error instanceof StartError && error.problem === 'port-taken'
      throw isTaken ? portTaken({ port: databasePort, setting: 'DATABASE_PORT' }, error) : error
    },
  )
  stops.push(database.stop)
  return database
}

/** The folder, made if it is not there yet. */
function usable(dataDir: string): string {
  try {
    makeFolder(dataDir)
    accessSync(dataDir, constants.W_OK)
    return dataDir
  } catch (error) {
    throw new NotReady(
      {
        zh: `目录 ${dataDir} 不可写，无法存放数据。请调整目录权限，或用 DATA_DIR 指定可写的目录。`,
        en: `${dataDir} is not writable, so data cannot be kept. Change its permissions or name a writable folder with DATA_DIR.`,
      },
      error,
    )
  }
}

/** Step by step: where a folder cannot be made below one that exists, as in /proc, Node's own recursion never ends. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
}

async function enterRealOperator(operator: NonNullable<Settings['operator']>, { db, clock }: RunningHub['hub']) {
  const { issuer, clientId, firstHolders } = operator
  await bootstrapOperator(db, clock, {
    slug: 'operator',
    nameZh: '平台运行单位',
    nameEn: 'Operator of the hub',
    shortZh: '平台运行',
    shortEn: 'Operator',
    region: '110000',
    oidcIssuer: issuer,
    oidcClientId: clientId,
    firstHolders,
  })
}

function announceCast(origin: string): void {
  console.log('\n演示人员 Demo officers（登录页选择单位，再选岗位 choose an agency, then a post）')
  for (const agency of agencies.filter(({ slug }) => slug !== operatorSlug))
    console.log(`  ${agency.nameZh}：${agency.officers.map((officer) => officer.postZh).join('、')}`)
  console.log(`  ${origin}/sign-in`)
}

const loginOf = (url: string): string => decodeURIComponent(new URL(url).username) || programLogin

/** Each part checks here before it starts, so that a stop in the middle of starting leaves nothing behind. */
class Stopped extends Error {}
function going(): void {
  if (isStopping) throw new Stopped()
}

async function stopParts(): Promise<void> {
  for (let stopOne = stops.pop(); stopOne; stopOne = stops.pop())
    await stopOne().catch((error: unknown) => console.error(faultOf(error)))
}

// A terminal and the package manager may both pass the signal on, so a second one means nothing new.
async function stop(code: number): Promise<void> {
  if (isStopping) return
  isStopping = true
  setTimeout(() => process.exit(1), 15_000).unref()
  await stopParts()
  await starting.catch(() => {})
  await stopParts()
  process.exit(code)
}
process.on('SIGINT', () => {
  if (!isStopping) tell('正在停止…', 'Stopping…')
  void stop(0)
})
process.on('SIGTERM', () => void stop(0))
process.on('uncaughtException', (error) => {
  console.error(faultOf(error))
  void stop(1)
})

const starting = start()
starting.catch((error: unknown) => {
  if (isStopping) return
  if (error instanceof NotReady || error instanceof StartError)
    console.error(`\n${error.sentence.zh}\n${error.sentence.en}`)
  else console.error(error)
  void stop(1)
})
