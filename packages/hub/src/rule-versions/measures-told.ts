import { canonicalJson, type Sentence } from '@lianban/kernel'
import { agencyKindWords, roleWords } from '../agencies/index.ts'
import { labelWords, levelWords } from '../classification.ts'
import type { Measures } from '../measures/index.ts'
import type { RuleFile } from './rule-files.ts'
import { autoSharesIn, measuresIn } from './rule-set.ts'

/** Something that holds for every share, as it was and as it would be; nothing where it was not, or would be no more. */
export type MeasureTold = { readonly what: Sentence; readonly before: Sentence | null; readonly after: Sentence | null }

/** What two versions say differently of every share, in words. */
export function measuresTold(before: readonly RuleFile[], after: readonly RuleFile[]): MeasureTold[] {
  const [old, young] = [measuresIn(before), measuresIn(after)]
  const [oldLines, youngLines] = [linesOf(before, old), linesOf(after, young)]
  const ids = [...new Set([...oldLines.keys(), ...youngLines.keys()])]
  return [
    ...settings.flatMap(({ what, of }) => told(what, of(old), of(young))),
    ...ids.flatMap((id) => {
      const [was, is] = [oldLines.get(id), youngLines.get(id)]
      return told((is ?? was)!.what, lineSaid(was, is), lineSaid(is, was))
    }),
  ]
}

/** A rule of automatic sharing, a warning, or what bars an export. */
type Line = { readonly what: Sentence; readonly says: Sentence; readonly text: string }

function linesOf(files: readonly RuleFile[], { warnings, exports: bars }: Measures): ReadonlyMap<string, Line> {
  const shares = autoSharesIn(files).map(({ rule: { id, because: says, text } }) => {
    const what = { zh: `自动共享规则 ${id}`, en: `Automatic sharing ${id}` }
    return [id, { what, says, text }] as const
  })
  const warned = warnings.map(({ id, says, text }) => {
    const what = { zh: `共享前提醒 ${id}`, en: `Warning before a share ${id}` }
    return [id, { what, says, text }] as const
  })
  const barred = bars.map(({ id, says, text }) => {
    const what = { zh: `导出限制 ${id}`, en: `What bars an export ${id}` }
    return [id, { what, says, text }] as const
  })
  return new Map<string, Line>([...shares, ...warned, ...barred])
}

const told = (what: Sentence, before: Sentence | null, after: Sentence | null): MeasureTold[] =>
  canonicalJson(before) === canonicalJson(after) ? [] : [{ what, before, after }]

type Setting = { readonly what: Sentence; readonly of: (measures: Measures) => Sentence }

const days = (count: number): Sentence => ({ zh: `${count} 天`, en: `${count} day(s)` })
const minutes = (count: number): Sentence => ({ zh: `${count} 分钟`, en: `${count} minute(s)` })
const times = (count: number): Sentence => ({ zh: `${count} 次`, en: `${count}` })

const kinds = Object.keys(agencyKindWords) as (keyof typeof agencyKindWords)[]

const settings: readonly Setting[] = [
  ...kinds.map(
    (kind): Setting => ({
      what: {
        zh: `${agencyKindWords[kind].zh}最高可获授权级别`,
        en: `Highest level that may be given: ${agencyKindWords[kind].en}`,
      },
      of: ({ ceilings }) => levelWords[ceilings.highestLevel[kind]],
    }),
  ),
  {
    what: { zh: '共享须两人办理：敏感标识高于', en: 'Sharing takes two officers above the label' },
    of: ({ ceilings }) => labelWords[ceilings.fourEyesAbove],
  },
  {
    what: { zh: '知悉范围内须有', en: 'Among those who may know of a restricted record' },
    of: ({ readers }) => ({
      zh: readers.answeredBy.map((role) => roleWords[role].zh).join('或'),
      en: readers.answeredBy.map((role) => roleWords[role].en).join(' or '),
    }),
  },
  {
    what: { zh: '授权到期前提醒', en: 'Reminder before a grant ends' },
    of: ({ ceilings }) => days(ceilings.remindDays),
  },
  {
    what: { zh: '紧急查阅时长', en: 'Length of an emergency access' },
    of: ({ emergency }) => minutes(emergency.minutes),
  },
  {
    what: { zh: '紧急查阅事后复核期限', en: 'Review owed after an emergency access' },
    of: ({ emergency }) => days(emergency.reviewDays),
  },
  {
    what: { zh: '暂停紧急查阅：待复核达到', en: 'No further emergency access with so many reviews open' },
    of: ({ emergency }) => times(emergency.openReviews),
  },
  {
    what: { zh: '每小时可尝试紧急查阅', en: 'Attempts at emergency access in an hour' },
    of: ({ emergency }) => times(emergency.attemptsPerHour),
  },
  { what: { zh: '授权复核周期', en: 'Review of every grant' }, of: ({ periods }) => days(periods.reviewGrant) },
  {
    what: { zh: '授权视为闲置：未使用满', en: 'A grant counts as idle when unused for' },
    of: ({ periods }) => days(periods.idleGrant),
  },
  {
    what: { zh: '收回、更正的回执期限', en: 'Receipt of recalls and corrections' },
    of: ({ periods }) => days(periods.acknowledge),
  },
  {
    what: { zh: '查阅申请失效：无人办理满', en: 'A request nobody decides on lapses after' },
    of: ({ periods }) => days(periods.requestLapses),
  },
]

/** Its reason where it is new or gone, and otherwise the lines that the other does not have. */
function lineSaid(line: Line | undefined, other: Line | undefined): Sentence | null {
  if (!line) return null
  if (!other) return line.says
  const others = new Set(other.text.split('\n'))
  const lines = line.text.split('\n').filter((one) => !others.has(one))
  const text = lines.map((one) => one.trim()).join('\n')
  return { zh: text, en: text }
}
