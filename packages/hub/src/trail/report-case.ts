import { type ListedEntry, listEntries } from '@lianban/audit'
import { CaseId } from '@lianban/kernel'
import type { Block, Paper } from '@lianban/papers'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { findCase } from '../cases/index.ts'
import { find } from '../query.ts'
import { minuteInChina } from '../time-in-china.ts'
import { calledToday } from './called.ts'
import { provenHead } from './proven-head.ts'
import { sentenceOf } from './sentence.ts'

const most = 5000

export const AskedReport = z.strictObject({
  caseId: CaseId,
  /** One thing of the case, such as a piece of evidence; all of it unless named. */
  subjectId: z.uuid().optional(),
})

type Head = Awaited<ReturnType<typeof provenHead>>

/** The trail of a case, or of one thing in it, as a paper for a court: sentences, their places in the log, and how to verify them. */
export const reportTrailOfCase = find({
  name: 'audit.reportCase',
  on: 'Case',
  action: 'readTrail',
  input: AskedReport,
  about: ({ caseId }) => caseId,
  isLogged: true,
  subject: ({ tx, input }) => findCase(tx, input.caseId),
  async run({ input: { subjectId }, subject, officer, tx, now, hub }): Promise<{ name: string; paper: Paper }> {
    const found = await listEntries(tx, {
      caseId: subject.id,
      ...(subjectId && { within: sql`e.subject_id = ${subjectId}` }),
      limit: most + 1,
    })
    const entries = found.slice(0, most).toReversed()
    const called = await calledToday(
      tx,
      entries.map(({ entry }) => entry),
    )
    const name = `${subject.number} ${subject.name}`
    const told = entries.map((one) => ({
      ...one,
      zh: sentenceOf(one.entry, { ...called, subject: () => same(name) }).zh,
    }))
    const head = await provenHead(tx, hub)
    const { agency, postZh } = officer
    const bearer = postZh.startsWith(agency.shortZh) ? postZh : `${agency.shortZh} ${postZh}`
    const time = minuteInChina(now)
    return {
      name: `${subject.name}审计记录报告`,
      paper: {
        title: `${subject.name}审计记录报告`,
        number: subject.number,
        body: [
          ...scope({ isPart: subjectId !== undefined, isWhole: found.length <= most, entries: entries.length }),
          ...proof(hub.receipts.trust.log.name, head),
          heading('三、审计记录'),
          table(told),
        ],
        annexes: [{ title: '审计记录叶哈希清单', body: [hashes(entries)] }],
        watermark: `${bearer} ${time}`,
        foot: `出具：${bearer}，${time}。`,
        author: agency.nameZh,
        madeAt: now,
      },
    }
  },
})

const same = (text: string) => ({ zh: text, en: text })
const heading = (words: string): Block => ({ kind: 'heading', level: 1, words, isNumbered: false })
const paragraph = (words: string): Block => ({ kind: 'paragraph', words })

const scope = (of: { readonly isPart: boolean; readonly isWhole: boolean; readonly entries: number }): Block[] => [
  heading('一、范围'),
  paragraph(
    `本报告列出${of.isPart ? '本案中该项证据材料' : '本案'}在平台审计日志中的记录，共 ${of.entries} 条${of.isWhole ? '' : `（只列最近 ${of.entries} 条）`}，按发生先后排列，含查阅、办理和被拒绝的尝试。`,
  ),
  paragraph('记录由平台在每一步操作的同一事务中写入，平台和任何单位均不能修改、删除。'),
]

function proof(log: string, head: Head): Block[] {
  const lines = [
    `日志名称：${log}。`,
    ...(head
      ? [`出具时日志共 ${head.size} 条，树根（SHA-256，RFC 6962）为 ${head.rootHash}。`]
      : ['出具时日志树尚未生成。']),
    head?.confirmed
      ? `前 ${head.confirmed.size} 条已由${head.confirmed.by.map(({ zh }) => zh).join('、')}见证并签名。`
      : '出具时尚无单位见证签名，记录以平台签名为凭。',
    '校验方法：凭各步骤的存证回执和另行取得的信任清单，在离线校验页或用命令 lianban verify 校验；全部日志可用 lianban verify-log 校验。',
  ]
  return [heading('二、校验信息'), ...lines.map(paragraph)]
}

const table = (told: readonly (ListedEntry & { readonly zh: string })[]): Block => ({
  kind: 'table',
  headings: [['序号', '时间', '记录及所依规则']],
  widths: [2, 4, 13],
  rows: told.map(({ index, entry, zh }) => [
    index === null ? '待入树' : String(index),
    minuteInChina(entry.at),
    entry.rule ? `${zh}（${entry.rule}）` : zh,
  ]),
})

const hashes = (entries: readonly ListedEntry[]): Block => ({
  kind: 'table',
  headings: [['序号', '条目编号', '叶哈希（SHA-256）']],
  widths: [2, 6, 9],
  rows: entries.map(({ index, entry, leafHash }) => [
    index === null ? '待入树' : String(index),
    entry.id,
    leafHash ?? '—',
  ]),
})
