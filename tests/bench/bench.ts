import { parseArgs } from 'node:util'
import { benchAudit } from './audit/bench-audit.ts'
import { benchEvidence } from './evidence/bench-evidence.ts'
import { benchLists } from './lists/bench-lists.ts'
import { measureRevocation } from './lists/revoke.ts'
import type { Bench } from './measurement.ts'
import { benchNotices } from './notices/bench-notices.ts'
import { asJson, asTables } from './report.ts'
import { benchRooms } from './rooms/bench-rooms.ts'

/** `pnpm bench NAME [--json] [--scale 0.1]`: a table, or one JSON object a line with the summary last. */
const benches: Readonly<Record<string, Bench>> = {
  audit: benchAudit,
  evidence: benchEvidence,
  lists: benchLists,
  notices: benchNotices,
  rooms: benchRooms,
  revoke: async (options) => [await measureRevocation(options)],
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    scale: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '3' },
    turns: { type: 'string', default: '60' },
  },
})
const [name = ''] = positionals
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined
if (!bench) {
  process.stderr.write(`There is no bench “${name}”, only: ${Object.keys(benches).join(', ')}\n`)
  process.exit(2)
}
const measured = await bench({
  scale: Number(values.scale),
  rounds: Number(values.rounds),
  turns: Number(values.turns),
  say: (progress) => process.stderr.write(`${progress}\n`),
})
process.stdout.write(values.json ? asJson(measured) : asTables(measured))
