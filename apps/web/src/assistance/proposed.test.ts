import { expect, test } from 'vitest'
import type { AssistanceOptions } from '../app/api-types.ts'
import { elsewhereOf, proposedFor, provincesIn } from './proposed.ts'

type Receiver = AssistanceOptions['receivers'][number]

const receiver = (id: string, kind: string, level: string, region: string, more: Partial<Receiver> = {}) =>
  ({
    ...{ bar: null, papers: ['letter'], papersForCompany: ['letter', 'approval'], lanes: [] },
    ...more,
    agency: { id, kind, level, region },
  }) as unknown as Receiver

const hebei = receiver('hebei', 'tobacco', 'province', '130000')
const shijiazhuang = receiver('shijiazhuang', 'tobacco', 'city', '130100')
const market = receiver('market', 'market_regulation', 'province', '130000')
const guilin = receiver('guilin', 'tobacco', 'city', '450300')
const shunyi = receiver('shunyi', 'tobacco', 'county', '110113', { papersForCompany: ['letter'] })
const all = [market, shijiazhuang, guilin, hebei, shunyi]

test('[WE585] of each province the own line is proposed first, and of it the highest desk there is', () => {
  expect(provincesIn(all)).toEqual(['11', '13', '45'])
  expect(proposedFor(['13', '45'], all, 'tobacco')).toEqual(['hebei', 'guilin'])
  expect(proposedFor(['13'], all, 'market_regulation')).toEqual(['market'])
  expect(proposedFor(['13'], [market], 'tobacco')).toEqual(['market'])
})

test('[WE585] where nobody may do it nobody is proposed', () => {
  expect(proposedFor(['44'], all, 'tobacco')).toEqual([])
})

test('[WE586] what a company elsewhere asks for more is named, and nothing where it is not elsewhere', () => {
  expect(elsewhereOf(['hebei', 'shunyi'], all)).toEqual(['approval'])
  expect(elsewhereOf(['shunyi'], all)).toEqual([])
  expect(elsewhereOf([], all)).toEqual([])
})
