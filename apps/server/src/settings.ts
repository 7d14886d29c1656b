import { join } from 'node:path'
import type { Limits as RoomLimits } from '@lianban/collab'
import { type Limits, leastSecretBytes, type Operator, type Reach } from '@lianban/hub'
import { z } from 'zod'
import { NotReady } from './not-ready.ts'
import { roomEnvironment, roomLimitsOf } from './room-settings.ts'

const flag = z.enum(['on', 'off']).transform((text) => text === 'on')
const postgres = z.url({ protocol: /^postgres(ql)?$/ })
const secret = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length >= leastSecretBytes)
const limit = z.coerce.number().int().min(1).max(100_000)
const mebibytes = z.coerce
  .number()
  .int()
  .min(1)
  .max(1024 ** 2)
const port = z.coerce.number().int().min(1).max(65535)

/** Networks of the agencies, as `10.2.0.0/16,10.3.0.0/16`. */
const networks = z
  .string()
  .transform((text) => text.split(',').map((each) => each.trim()))
  .pipe(z.array(z.union([z.cidrv4(), z.cidrv6()])))

const Environment = z.object({
  ...roomEnvironment,
  NODE_ENV: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  PUBLIC_ORIGIN: z.url().optional(),
  DATABASE_URL: postgres.optional(),
  DATABASE_OWNER_URL: postgres.optional(),
  DATA_DIR: z.string().default('.lianban'),
  DATABASE_PORT: port.default(15432),
  DEMO: flag.optional(),
  DEMO_IDP_PORT: port.optional(),
  OPERATOR_ISSUER: z.url().optional(),
  OPERATOR_CLIENT_ID: z.string().default('lianban'),
  OPERATOR_ADMIN_SUBJECT: z.string().optional(),
  OPERATOR_SECURITY_SUBJECT: z.string().optional(),
  OPERATOR_AUDIT_SUBJECT: z.string().optional(),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).max(240).default(30),
  SESSION_ABSOLUTE_HOURS: z.coerce.number().int().min(1).max(24).default(12),
  SIGN_INS_PER_MINUTE: z.coerce.number().int().min(1).max(100_000).default(300),
  BLIND_HIT_KEY: secret.optional(),
  AUDIT_LOG_KEY: z.string().startsWith('PRIVATE+KEY+').optional(),
  AUDIT_COPY_DIR: z.string().optional(),
  HITS_PER_OFFICER_HOUR: limit.default(20),
  HITS_PER_AGENCY_DAY: limit.default(500),
  REQUESTS_PER_OFFICER_DAY: limit.default(20),
  FILE_MEBIBYTES: mebibytes.default(8192),
  FILES_PER_CASE: limit.default(5000),
  FILE_UPLOADS_PER_OFFICER: limit.default(100),
  FILES_DIR: z.string().optional(),
  FILE_SCANNER: z.string().optional(),
  WEBHOOK_NETWORKS: networks.default([]),
  BEHIND_PROXY: flag.default(false),
  ACCEPT_CLOCK_SET_BACK: flag.default(false),
  POLICIES_DIR: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

type Environment = z.infer<typeof Environment>

/** Everything the process takes from its environment, checked once. */
export type Settings = {
  readonly isProduction: boolean
  readonly host: string
  readonly port: number
  readonly publicOrigin: string
  readonly database: { readonly programUrl: string; readonly ownerUrl: string | undefined } | undefined
  readonly dataDir: string
  readonly databasePort: number
  readonly demo: { readonly idpPort: number } | undefined
  readonly operator:
    | { readonly issuer: string; readonly clientId: string; readonly firstHolders: Operator['firstHolders'] }
    | undefined
  readonly idleMinutes: number
  readonly absoluteHours: number
  readonly signInsPerMinute: number
  /** The secret of blind hits; without one, a file beside the data holds it. */
  readonly blindHitKey: Uint8Array | undefined
  /** The key that signs checkpoints; without one, a file beside the data holds it. */
  readonly auditLogKey: string | undefined
  /** Where the log is copied to as it grows: a folder of another machine. */
  readonly auditCopyDir: string | undefined
  readonly limits: Limits
  /** Where the bytes of files lie. */
  readonly filesDir: string
  /** A program that is asked about each file before it is kept, as clamdscan is. */
  readonly fileScanner: string | undefined
  /** The internal networks in which endpoints of agencies may lie; beside them none is called. */
  readonly webhookReach: Reach
  /** Where several processes meet, if not in their database. */
  readonly redisUrl: string | undefined
  readonly roomLimits: Partial<RoomLimits>
  readonly isBehindProxy: boolean
  readonly acceptsClockSetBack: boolean
  readonly policiesDir: string | undefined
  readonly logLevel: string
}

/** Production takes no demo part, no built-in database and no plain http; each refusal says what to set. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = Environment.safeParse(given)
  if (!parsed.success) throw wrong(parsed.error.issues.map((issue) => issue.path.join('.')).join(', '))
  const env = parsed.data
  const isProduction = env.NODE_ENV === 'production'
  const database = env.DATABASE_URL ? { programUrl: env.DATABASE_URL, ownerUrl: env.DATABASE_OWNER_URL } : undefined
  const isDemo = env.DEMO ?? (!database && !isProduction)
  if (isProduction) assertFitForProduction(env, isDemo)
  if (isDemo && idpPortOf(env) === env.PORT) throw wrong('DEMO_IDP_PORT')
  const publicOrigin = env.PUBLIC_ORIGIN ?? `http://localhost:${env.PORT}`
  if (new URL(publicOrigin).origin !== publicOrigin)
    throw new NotReady({
      zh: 'PUBLIC_ORIGIN 只能是协议、主机和端口，例如 https://lianban.example.gov.cn。',
      en: 'PUBLIC_ORIGIN is a scheme, host and port only, such as https://lianban.example.gov.cn.',
    })
  return {
    isProduction,
    host: env.HOST,
    port: env.PORT,
    publicOrigin,
    database,
    dataDir: env.DATA_DIR,
    databasePort: env.DATABASE_PORT,
    demo: isDemo ? { idpPort: idpPortOf(env) } : undefined,
    operator: operatorOf(env),
    idleMinutes: env.SESSION_IDLE_MINUTES,
    absoluteHours: env.SESSION_ABSOLUTE_HOURS,
    signInsPerMinute: env.SIGN_INS_PER_MINUTE,
    blindHitKey: env.BLIND_HIT_KEY,
    auditLogKey: env.AUDIT_LOG_KEY,
    auditCopyDir: env.AUDIT_COPY_DIR,
    limits: {
      hitsPerOfficerHour: env.HITS_PER_OFFICER_HOUR,
      hitsPerAgencyDay: env.HITS_PER_AGENCY_DAY,
      requestsPerOfficerDay: env.REQUESTS_PER_OFFICER_DAY,
      fileBytes: env.FILE_MEBIBYTES * 1024 ** 2,
      filesPerCase: env.FILES_PER_CASE,
      openUploads: env.FILE_UPLOADS_PER_OFFICER,
    },
    filesDir: env.FILES_DIR ?? join(env.DATA_DIR, 'files'),
    fileScanner: env.FILE_SCANNER,
    webhookReach: { networks: env.WEBHOOK_NETWORKS, loopback: false },
    redisUrl: env.REDIS_URL,
    roomLimits: roomLimitsOf(env),
    isBehindProxy: env.BEHIND_PROXY,
    acceptsClockSetBack: env.ACCEPT_CLOCK_SET_BACK,
    policiesDir: env.POLICIES_DIR,
    logLevel: env.LOG_LEVEL,
  }
}

/** All of it or nothing: an operator without a security administrator could enter nobody. */
function operatorOf(env: Environment): Settings['operator'] {
  const { OPERATOR_ISSUER: issuer, OPERATOR_CLIENT_ID: clientId } = env
  const { OPERATOR_ADMIN_SUBJECT: system, OPERATOR_SECURITY_SUBJECT: security, OPERATOR_AUDIT_SUBJECT: audit } = env
  if (!(issuer || system || security || audit)) return undefined
  const isApart = new Set([system, security, audit]).size === 3
  if (!(issuer && system && security && audit && isApart))
    throw wrong('OPERATOR_ISSUER, OPERATOR_ADMIN_SUBJECT, OPERATOR_SECURITY_SUBJECT, OPERATOR_AUDIT_SUBJECT')
  return { issuer, clientId, firstHolders: { system_admin: system, security_admin: security, audit_admin: audit } }
}

const idpPortOf = (env: Environment) => env.DEMO_IDP_PORT ?? (env.PORT < 65535 ? env.PORT + 1 : env.PORT - 1)

const wrong = (names: string) =>
  new NotReady({
    zh: `环境变量 ${names} 的值无效。请对照 README“接入真实服务”一节修改。`,
    en: `Environment variable ${names} has an invalid value. See “Configuration” in the README.`,
  })

function assertFitForProduction(env: Environment, isDemo: boolean): void {
  const problems = [
    isDemo && { zh: 'DEMO 必须为 off', en: 'DEMO must be off' },
    !env.DATABASE_URL && { zh: '必须设置 DATABASE_URL', en: 'DATABASE_URL must be set' },
    !env.BLIND_HIT_KEY && {
      zh: '必须设置 BLIND_HIT_KEY（至少 32 字节，base64）',
      en: 'BLIND_HIT_KEY must be set (at least 32 bytes, base64)',
    },
    !env.AUDIT_LOG_KEY && {
      zh: '必须设置 AUDIT_LOG_KEY（审计日志签名私钥）',
      en: 'AUDIT_LOG_KEY must be set (the key that signs the audit log)',
    },
    !env.PUBLIC_ORIGIN?.startsWith('https://') && {
      zh: 'PUBLIC_ORIGIN 必须以 https:// 开头',
      en: 'PUBLIC_ORIGIN must begin with https://',
    },
  ].filter((problem) => problem !== false)
  if (problems.length)
    throw new NotReady({
      zh: `生产环境不能启动：${problems.map((problem) => problem.zh).join('；')}。`,
      en: `Not starting in production: ${problems.map((problem) => problem.en).join('; ')}.`,
    })
}
