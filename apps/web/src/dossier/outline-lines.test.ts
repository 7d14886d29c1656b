import { expect, test } from 'vitest'
import { chosenSection, type OutlineSection, outlineLines, withoutNumber } from './outline-lines.ts'

const agency = { shortZh: '北京烟草', shortEn: 'Beijing Tobacco' }
const anOpen = (position: number): OutlineSection => ({
  kind: 'open',
  id: `section-${position}`,
  position,
  title: '案件来源',
  right: 'write',
  audience: 'case',
  members: [],
  ownerAgency: agency,
  version: 1,
})
const aWithheld = (position: number): OutlineSection => ({ kind: 'withheld', position, askAgency: agency })

test('[WE110] a withheld section keeps its number and carries no title', () => {
  const lines = outlineLines([anOpen(3), aWithheld(2), anOpen(1)])
  expect(lines.map((line) => `${line.number.zh}${line.section.kind}`)).toEqual(['一、open', '二、withheld', '三、open'])
  expect(Object.keys(lines[1]?.section ?? {})).toEqual(['kind', 'position', 'askAgency'])
})

test('[WE111] the address chooses a section, else the first open one opens', () => {
  const sections = [aWithheld(1), anOpen(2), anOpen(3)]
  expect(chosenSection(sections, 'section-3')?.position).toBe(3)
  expect(chosenSection(sections, 'not-mine')?.position).toBe(2)
  expect(chosenSection([aWithheld(1)], undefined)).toBeUndefined()
})

test.each([
  ['一、案件来源', '案件来源'],
  ['十二、法律适用', '法律适用'],
  ['2. Persons involved', 'Persons involved'],
  ['2024年收网情况', '2024年收网情况'],
  ['案件来源', '案件来源'],
])('[WE110] the title "%s" is shown after its number as "%s"', (title, expected) => {
  expect(withoutNumber(title)).toBe(expected)
})
