import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { bothLines, type Command, UsageError } from './command.ts'

const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/
const purposes = ['working', 'passing_on', 'proceedings']

/** Fetches everything of a case that the officer may have, as one file that verifies offline. */
export const bundle: Command = {
  summary: {
    zh: '以本人身份取得案件包：卷宗、移送、授权、审计记录、回执，一个文件，可离线校验',
    en: 'take the bundle of a case as oneself: dossier, handoffs, grants, trail and receipts in one file that verifies offline',
  },
  usage: 'bundle CASE --hub URL --session FILE --out FILE [--purpose PURPOSE]',
  options: [
    ['CASE', { zh: '案件编号（网址中的一段）或案件页面的网址', en: 'the id of the case, or the address of its page' }],
    ['--hub URL', { zh: '平台地址', en: 'the address of the hub' }],
    [
      '--session FILE',
      {
        zh: '存有本人登录会话的文件（浏览器中 __Host-lianban 的值）；用后请删除',
        en: 'a file with the session one signed in with (the value of __Host-lianban in the browser); delete it afterwards',
      },
    ],
    [
      '--out FILE',
      { zh: '保存为此文件，已有文件不覆盖', en: 'where to; a file that is there already is not written over' },
    ],
    [
      '--purpose PURPOSE',
      {
        zh: '用途：working 内部研判，passing_on 移送，proceedings 用于诉讼（默认）',
        en: 'working, passing_on, or proceedings unless said',
      },
    ],
  ],
  async run(args, { print }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        hub: { type: 'string' },
        session: { type: 'string' },
        out: { type: 'string' },
        purpose: { type: 'string', default: 'proceedings' },
      },
    })
    const [caseId] = id.exec(positionals[0] ?? '') ?? []
    if (!caseId || positionals.length > 1 || !values.hub || !values.session || !values.out)
      throw new UsageError({
        zh: '请给出案件以及 --hub、--session 和 --out。',
        en: 'Name the case, --hub, --session and --out.',
      })
    if (!purposes.includes(values.purpose))
      throw new UsageError({ zh: `没有“${values.purpose}”这个用途。`, en: `There is no purpose "${values.purpose}".` })
    const token = (await readFile(values.session, 'utf8')).trim().replace(/^__Host-lianban=/, '')
    const url = `${values.hub.replace(/\/$/, '')}/exports/bundle/${values.purpose}/${caseId}.zip`
    const headers = { cookie: `__Host-lianban=${token}` }
    const answer = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(120_000) })
    if (!answer.ok) {
      print(bothLines(await refused(answer)))
      return 1
    }
    const bytes = new Uint8Array(await answer.arrayBuffer())
    await writeFile(values.out, bytes, { flag: 'wx', mode: 0o600 })
    print(`已保存 saved: ${values.out} (${bytes.length})`)
    return 0
  },
}

async function refused(answer: Response): Promise<{ zh: string; en: string }> {
  const said = (await answer.json().catch(() => ({}))) as { refusal?: { sentence: { zh: string; en: string } } }
  if (said.refusal) return said.refusal.sentence
  if (answer.status === 401) return { zh: '会话已失效，请重新登录。', en: 'The session is over; sign in again.' }
  return { zh: `平台未提供（${answer.status}）。`, en: `The hub did not give it (${answer.status}).` }
}
