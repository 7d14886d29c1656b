import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Sentence } from '@lianban/kernel'
import { type DrawFlaw, flawsOfDraw, PublishedDraw } from '@lianban/law'
import { type Command, UsageError } from './command.ts'

const flawWords: Record<DrawFlaw, Sentence> = {
  commitment: { zh: '种子与承诺值不符', en: 'the seed is not the one that was committed to' },
  population: { zh: '名单与摘要不符，或者有重复', en: 'the lines are not those that were frozen, or one stands twice' },
  sample: { zh: '抽中的不是按种子、名单和词语算出的', en: 'the sample is not what seed, lines and word come to' },
}

/** Works the sample of a draw out again from what was published of it, without the hub. */
export const draw: Command = {
  summary: {
    zh: '用公布的数值复算一次随机抽查',
    en: 'work a random draw out again from what was published of it',
  },
  usage: 'draw FILE',
  options: [['FILE', { zh: '从抽查页面下载的文件', en: 'the file that the page of the draw lets download' }]],
  async run(args, { print }) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
    const [file, ...more] = positionals
    if (!file || more.length > 0) throw new UsageError({ zh: '请指定一个文件。', en: 'Name one file.' })
    if (!existsSync(file)) throw new UsageError({ zh: `没有文件 ${file}。`, en: `There is no file ${file}.` })
    const published = PublishedDraw.safeParse(parsed(readFileSync(file, 'utf8')))
    if (!published.success)
      throw new UsageError({
        zh: `${file} 不是抽查公布的数值。`,
        en: `${file} does not hold what is published of a draw.`,
      })
    const { commitment, populationDigest, sample, population } = published.data
    print(`种子承诺值 commitment: ${commitment}`)
    print(`名单摘要 lines: ${populationDigest} (${population.length})`)
    const flaws = flawsOfDraw(published.data)
    for (const flaw of flaws) print(`不符 does not hold: ${flawWords[flaw].zh} / ${flawWords[flaw].en}`)
    if (flaws.length > 0) return 1
    for (const id of sample) {
      const line = population.find((each) => each.id === id)!
      print(`抽中 drawn: ${[line.agency, line.number, line.rule].filter(Boolean).join(' ')}`)
    }
    print('复算一致 the draw holds')
    return 0
  },
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
