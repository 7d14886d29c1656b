import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import {
  type Cosigner,
  disputeText,
  formatNote,
  makeCosigner,
  parseVerifierKey,
  tilePath,
  type VerifierKey,
  type Witnessed,
  witnessed,
} from '@lianban/audit'
import { bothLines, type Command, type Surroundings, UsageError } from './command.ts'

type Watch = { readonly hub: string; readonly log: VerifierKey; readonly cosigner: Cosigner; readonly state: string }

/** Watches the log for an agency: cosigns what goes on from the last checkpoint seen, and refuses what does not. */
export const witness: Command = {
  summary: {
    zh: '在本单位见证审计日志：与此前所见一致才副署，分叉或倒退即拒绝并报警',
    en: 'witness the log for an agency: cosign what goes on from what was seen before, refuse a fork or a rollback',
  },
  usage: 'witness --hub URL --log KEY --key FILE --state FILE [--every SECONDS | --once]',
  options: [
    ['--hub URL', { zh: '平台地址', en: 'the address of the hub' }],
    ['--log KEY', { zh: '日志的公钥（name+id+base64）', en: 'the public key of the log (name+id+base64)' }],
    [
      '--key FILE',
      { zh: '本单位见证私钥文件，由 witness-key 生成', en: 'the private key of this witness, made by witness-key' },
    ],
    [
      '--state FILE',
      {
        zh: '保存最近所见检查点的文件，丢失即失去比对依据',
        en: 'where the last checkpoint seen is kept; without it there is nothing to compare with',
      },
    ],
    ['--every SECONDS', { zh: '间隔秒数，默认 30', en: 'how often; 30 unless said' }],
    ['--once', { zh: '只见证一次', en: 'witness once and end' }],
  ],
  async run(args, { print, complain }) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        hub: { type: 'string' },
        log: { type: 'string' },
        key: { type: 'string' },
        state: { type: 'string' },
        every: { type: 'string', default: '30' },
        once: { type: 'boolean' },
      },
    })
    const log = parseVerifierKey(values.log ?? '')
    const seconds = Number(values.every)
    if (!values.hub || log?.kind !== 'log' || !values.key || !values.state || !(seconds > 0))
      throw new UsageError({
        zh: '须给出 --hub、--log、--key 和 --state。',
        en: '--hub, --log, --key and --state are needed.',
      })
    const cosigner = makeCosigner((await readFile(values.key, 'utf8')).trim())
    const watch = { hub: values.hub.replace(/\/$/, ''), log, cosigner, state: values.state }
    for (;;) {
      const seen = await look(watch, { print, complain }).catch((error: unknown) => {
        if (values.once) throw error
        complain(`暂时无法见证，稍后再试。\nCannot witness just now, trying again: ${String(error)}`)
        return true
      })
      // A log that contradicts itself is not watched on as if nothing had happened.
      if (!seen) return 1
      if (values.once) return 0
      await pause(seconds * 1000)
    }
  },
}

/** One look at the log; answers whether it goes on from the last one. */
async function look(watch: Watch, { print, complain }: Pick<Surroundings, 'print' | 'complain'>): Promise<boolean> {
  const offered = await (await fetched(`${watch.hub}/log/checkpoint`)).text()
  const held = existsSync(watch.state) ? await readFile(watch.state, 'utf8') : undefined
  const found = await witnessed({
    offered,
    held,
    key: watch.log,
    async read(ref) {
      return new Uint8Array(await (await fetched(`${watch.hub}/log/${tilePath(ref)}`)).arrayBuffer())
    },
  })
  if (!found.isConsistent) {
    await raise(watch, found, { held: held ?? '', offered, complain })
    return false
  }
  // Kept before it is signed: whatever happens, this witness never cosigns anything that contradicts it.
  await writeFile(`${watch.state}.draft`, offered, { flush: true })
  await rename(`${watch.state}.draft`, watch.state)
  const signature = watch.cosigner.cosign(found.text, new Date())
  await sent(`${watch.hub}/log/cosignatures`, formatNote({ text: found.text, signatures: [signature] }))
  print(`已见证 cosigned: ${found.checkpoint.size}`)
  return true
}

async function raise(
  { hub, cosigner, state }: Watch,
  { problem, code }: Extract<Witnessed, { isConsistent: false }>,
  { held, offered, complain }: { held: string; offered: string; complain(line: string): void },
): Promise<void> {
  const evidence = JSON.stringify({ witness: cosigner.key.name, code, held, offered })
  await writeFile(`${state}.dispute-${Date.now()}.json`, `${evidence}\n`, { flush: true })
  complain(`警报：拒绝副署。${problem.zh}\nALARM: not cosigned. ${problem.en}`)
  complain(`此前所见 seen before:\n${held}\n现在给出 offered now:\n${offered}`)
  const text = disputeText({ held, offered })
  const signed = formatNote({ text, signatures: [cosigner.cosign(text, new Date())] })
  await sent(`${hub}/log/disputes`, signed).catch((error: unknown) => complain(String(error)))
}

async function fetched(url: string): Promise<Response> {
  const response = await fetch(url, { signal: AbortSignal.timeout(20_000), redirect: 'error' })
  if (!response.ok) throw new Error(`${url} answers ${response.status}`)
  return response
}

async function sent(url: string, body: string): Promise<void> {
  const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(20_000), redirect: 'error' })
  if (!response.ok)
    throw new Error(
      bothLines({ zh: `平台未接受（${response.status}）。`, en: `The hub did not take it (${response.status}).` }),
    )
}
