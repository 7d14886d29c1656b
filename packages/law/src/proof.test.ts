import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ourLaw, ourLawFolder } from './a-law.ts'
import { runChargeExamples } from './charge-examples.ts'
import { LawFileError, readLaw } from './load-law.ts'
import { type Bound, gapsOf, gapTold, isAsked } from './proof.ts'

const textOf = (name: string) => readFileSync(join(ourLawFolder, name), 'utf8')
const item = (id: string, changed: Partial<Bound> = {}): Bound => ({
  ...{ id, relation: 'corroborates', kind: 'edata', counts: 'yes', source: id, root: id, isExplained: false },
  ...changed,
})
const codes = (...items: Bound[]) => gapsOf(ourLaw.charges, items).map(({ code }) => code)

describe('a fact', () => {
  test('[LA120] every worked example holds, and a gap or a charge that no example is about is told', () => {
    const examples = textOf('charges.examples.yaml')
    const told = (text: string) => runChargeExamples(ourLaw, { file: 'c.yaml', text }).problems.map(({ what }) => what)
    expect(told(examples)).toEqual([])
    expect(told(examples.replace(/.*statement_alone.*\n/g, ''))).toEqual(['statement_alone has no example that holds'])
    expect(told(examples.replace('items: [], gaps: [nothing]', 'items: [], gaps: []'))).toContain(
      'expected no gap, found nothing',
    )
    expect(told(examples.replace('open: [no_permit, ', 'open: ['))[0]).toMatch('illegal_business leaves open no_permit')
    expect(told(examples.replace('charge: smuggling', 'charge: smugling'))[0]).toMatch('did you mean smuggling?')
  })

  test('[LA121] three that depend on each other in a row are one source', () => {
    const row = [item('a', { source: 'x' }), item('b', { source: 'y' }), item('c', { source: 'x', root: 'b' })]
    expect(codes(...row)).toEqual(['one_source'])
    expect(codes(...row.slice(0, 2))).toEqual([])
    expect(codes(item('a', { source: ' x' }), item('b', { source: 'x ' }))).toEqual(['one_source'])
  })

  test('[LA122] each gap names its items, and says what closes it and by which article', () => {
    const bound = [item('a', { counts: 'curable', relation: 'direct' }), item('b', { relation: 'contradicts' })]
    expect(gapsOf(ourLaw.charges, bound)).toEqual([
      { code: 'nothing', items: [] },
      { code: 'curable', items: ['a'] },
      { code: 'contradicted', items: ['b'] },
    ])
    expect(gapTold(ourLaw, 'curable')).toMatchObject({
      closes: { zh: '予以补正或者作出合理解释' },
      basis: [{ zh: '《刑事诉讼法》第56条' }],
      isVerified: false,
    })
    expect(
      codes(item('a', { counts: 'replaced', relation: 'contradicts' }), item('b', { relation: 'direct' })),
    ).toEqual([])
  })

  test('[LA122] what is optional is asked once something was bound to it', () => {
    expect(isAsked({ optional: true }, [])).toBe(false)
    expect(isAsked({ optional: true }, [item('a')])).toBe(true)
    expect(isAsked({ optional: false }, [])).toBe(true)
  })
})

test.each([
  [
    'an unknown law',
    'law: tobacco_interpretation, article: 9',
    'law: tobaco_interpretation, article: 9',
    'unknown law',
  ],
  ['an unknown element', 'element: intent', 'element: intend', 'did you mean intent?'],
  ['an unknown fact', 'facts: [identity,', 'facts: [identify,', 'unknown fact identify'],
  ['an id that stands twice', '- id: gain', '- id: roles', 'roles is the id of two'],
  [
    'a fact of no charge',
    'counterfeit_mark, act, quantity, sales_amount, gain,',
    'counterfeit_mark, act, quantity, sales_amount,',
    'gain is asked by no charge',
  ],
])('[LA123] %s is refused', (_what, now, then, problem) => {
  const read = (name: string) => ({
    file: `${name}.yaml`,
    text: name === 'charges' ? textOf('charges.yaml').replace(now, then) : textOf(`${name}.yaml`),
  })
  expect(textOf('charges.yaml')).toContain(now)
  expect(() => readLaw(read)).toThrow(LawFileError)
  expect(() => readLaw(read)).toThrow(problem)
})
