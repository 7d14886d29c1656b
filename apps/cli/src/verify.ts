import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
  type ProofProblem,
  parseTrust,
  type Trust,
  type TrustText,
  type VerifiedBundle,
  verifyBundle,
  verifyReceipt,
} from '@lianban/audit'
import { checkBundleFile } from './bundle-checks.ts'
import { bothLines, type Command, UsageError } from './command.ts'

/** Verifies a receipt offline: nobody is asked, and nothing but the file and the trust list is looked at. */
export const verify: Command = {
  summary: {
    zh: '离线校验回执或案件包：条目确在日志中，且检查点经足够单位见证',
    en: 'verify a receipt or a bundle offline: entries are in the log, under a checkpoint that enough agencies cosigned',
  },
  usage: 'verify FILE --trust FILE [--json]',
  options: [
    [
      '--trust FILE',
      {
        zh: '信任清单（日志与见证单位的公钥及见证数），须另行可靠取得，不可随回执一并接收',
        en: 'the trust list (keys of the log and its witnesses, and how many count), obtained apart from the receipt',
      },
    ],
    ['--json', { zh: '以一行 JSON 输出结论', en: 'print the verdict as one line of JSON' }],
  ],
  async run(args, { print }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { trust: { type: 'string' }, json: { type: 'boolean' } },
    })
    const [file, ...more] = positionals
    if (!file || more.length > 0 || !values.trust)
      throw new UsageError({
        zh: '请给出一个回执或案件包文件和信任清单。',
        en: 'Name one receipt or bundle and the trust list.',
      })
    const trust = await trustIn(values.trust)
    const bytes = await readFile(file)
    if (bytes.subarray(0, 2).toString() === 'PK')
      return told(verifyBundle(bytes, trust, checkBundleFile), wordsForBundle)
    return told(verifyReceipt(bytes.toString('utf8'), trust), wordsFor)

    function told<Verdict extends { readonly ok: true }>(
      verdict: Verdict | ({ readonly ok: false } & ProofProblem),
      words: (verdict: Verdict) => string,
    ): 0 | 1 {
      if (values.json) print(JSON.stringify(verdict, withoutBytes))
      else print(verdict.ok ? words(verdict) : `无效 NOT valid\n${bothLines(verdict.problem)}`)
      return verdict.ok ? 0 : 1
    }
  },
}

async function trustIn(file: string): Promise<Trust> {
  const text = await readFile(file, 'utf8')
  const trust = read(text)
  if (trust) return trust
  throw new UsageError({ zh: `${file} 不是信任清单。`, en: `${file} is not a trust list.` })
}

function read(text: string): Trust | undefined {
  try {
    return parseTrust(JSON.parse(text) as TrustText)
  } catch {
    return undefined
  }
}

/** A verdict as a line of JSON names the files of a bundle and does not repeat them. */
const withoutBytes = (key: string, value: unknown): unknown =>
  key === 'files' && Array.isArray(value) ? value.map(({ name }: { name: string }) => name) : value

function wordsForBundle({ manifest, files, receipts }: VerifiedBundle): string {
  return [
    '有效 valid',
    `案件包 bundle: ${manifest.about.name.zh} (${manifest.about.id})`,
    `出具 made for: ${manifest.madeFor.zh}, ${new Date(manifest.madeAt).toISOString()}`,
    `文件 files: ${files.length}`,
    `回执 receipts: ${receipts.length}`,
    ...receipts.map(({ verdict: { entry, index } }) => `  ${index}: ${entry.act}, ${new Date(entry.at).toISOString()}`),
  ].join('\n')
}

function wordsFor({
  index,
  entry,
  checkpoint,
  names,
}: Extract<ReturnType<typeof verifyReceipt>, { ok: true }>): string {
  const named = (id: string | undefined) => (id ? `${names[id] ? `${names[id].zh} ${names[id].en} ` : ''}${id}` : '-')
  return [
    '有效 valid',
    `条目 entry: ${index} (${entry.id})`,
    `行为 act: ${entry.act}, ${entry.outcome}, ${new Date(entry.at).toISOString()}`,
    `单位 agency: ${named(entry.agencyId)}`,
    `对象 subject: ${entry.subject ? `${entry.subject.kind} ${named(entry.subject.id)}` : '-'}`,
    ...Object.entries(entry.facts ?? {}).map(
      ([name, value]) => `  ${name}: ${names[value] ? named(String(value)) : value}`,
    ),
    `检查点 checkpoint: ${checkpoint.origin}, ${checkpoint.size} entries`,
    ...checkpoint.cosigned.map(({ agency, at }) => `  见证 cosigned: ${agency}, ${at.toISOString()}`),
  ].join('\n')
}
