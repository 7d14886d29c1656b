import { quietLog, runHub } from '@lianban/server'

/** A hub in a process of its own, which can be killed: its settings come as one JSON text. */
const { port, ...given } = JSON.parse(process.argv[2]!) as {
  readonly port: number
  readonly programUrl: string
  readonly publicOrigin: string
  readonly auditLogKey: string
  readonly filesDir: string
  readonly root: string
}

await runHub({
  ...given,
  port,
  host: '127.0.0.1',
  allowInsecureIssuers: true,
  idleMinutes: 60,
  absoluteHours: 12,
  signInsPerMinute: 10_000,
  blindSecret: Buffer.alloc(32, 'blind'),
  limits: {
    hitsPerOfficerHour: 1000,
    hitsPerAgencyDay: 1000,
    requestsPerOfficerDay: 20,
    fileBytes: 2 ** 30,
    filesPerCase: 1000,
    openUploads: 100,
  },
  log: quietLog,
})
process.stdout.write('listening\n')
