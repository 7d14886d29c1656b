import { accessSync, constants, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { migrate, programLogin, StartError, startEmbedded } from '@lianban/db'
import { agencies, operatorSlug } from '@lianban/demo'
import { bootstrapOperator } from '@lianban/hub'
import { pino } from 'pino'
import { startDemoWorld } from './demo-world.ts'
import { NotReady } from './not-ready.ts'
import { runHub } from './run-hub.ts'
import { readSettings, type Settings } from './settings.ts'

const root = resolve(import.meta.dirname, '../../..')
const stops: (() => Promise<void>)[] = []
const tell = (zh: string, en: string) => console.log(`${zh}  ${en}`)

async function start(): Promise<void> {
  const settings = readSettings(process.env)
  const log = pino({ level: settings.demo && settings.logLevel === 'info' ? 'warn' : settings.logLevel })
  const dataDir = resolve(root, settings.dataDir)
  const { programUrl, ownerUrl } = settings.database ?? (await embedded(settings, dataDir))
  if (ownerUrl) {
    const { applied } = await migrate({ ownerUrl, dir: join(root, 'migrations'), programLogin: loginOf(programUrl) })
    if (applied.length) tell(`已更新数据库结构：${applied.length} 项`, `Database migrated: ${applied.length} step(s)`)
  }

  const demo =
    settings.demo && (await startDemoWorld({ idpPort: settings.demo.idpPort, publicOrigin: settings.publicOrigin }))
  if (demo) stops.push(demo.stop)
  const running = await runHub({
    ...settings,
    programUrl,
    root,
    log,
    allowInsecureIssuers: !settings.isProduction,
  })
  stops.push(running.stop)
  if (settings.operator) await enterRealOperator(settings, running.hub)
  if (demo) {
    await demo.load(running, dataDir, tell)
    announceCast(settings.publicOrigin)
  }
  tell(`\n联办已就绪：${settings.publicOrigin}`, `Lianban is ready at ${settings.publicOrigin}  (Ctrl-C 停止 stops it)`)
}

async function embedded({ databasePort }: Settings, dataDir: string) {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK)
  } catch (error) {
    throw new NotReady(
      {
        zh: `目录 ${dataDir} 不可写，无法存放数据。请调整目录权限，或用 DATA_DIR 指定可写的目录。`,
        en: `${dataDir} is not writable, so data cannot be kept. Change its permissions or name a writable folder with DATA_DIR.`,
      },
      error,
    )
  }
  const database = await startEmbedded({ dir: dataDir, port: databasePort, durable: true })
  stops.push(database.stop)
  return database
}

async function enterRealOperator(settings: Settings, { db, clock }: Awaited<ReturnType<typeof runHub>>['hub']) {
  const { issuer, clientId, adminSubject } = settings.operator!
  await bootstrapOperator(db, clock, {
    slug: 'operator',
    nameZh: '平台运行单位',
    nameEn: 'Operator of the hub',
    shortZh: '平台运行',
    shortEn: 'Operator',
    region: '110000',
    oidcIssuer: issuer,
    oidcClientId: clientId,
    adminSubject,
  })
}

function announceCast(origin: string): void {
  console.log('\n演示人员 Demo officers（登录页选择单位，再选岗位 choose an agency, then a post）')
  for (const agency of agencies.filter(({ slug }) => slug !== operatorSlug))
    console.log(`  ${agency.nameZh}：${agency.officers.map((officer) => officer.postZh).join('、')}`)
  console.log(`  ${origin}/sign-in`)
}

const loginOf = (url: string): string => decodeURIComponent(new URL(url).username) || programLogin

let isStopping = false
async function stop(code: number): Promise<never> {
  if (isStopping) process.exit(code || 1)
  isStopping = true
  for (const stopOne of stops.reverse()) await stopOne().catch((error: unknown) => console.error(error))
  process.exit(code)
}
process.on('SIGINT', () => {
  tell('正在停止…', 'Stopping…')
  void stop(0)
})
process.on('SIGTERM', () => void stop(0))

start().catch(async (error: unknown) => {
  if (error instanceof NotReady || error instanceof StartError)
    console.error(`\n${error.sentence.zh}\n${error.sentence.en}`)
  else console.error(error)
  await stop(1)
})
