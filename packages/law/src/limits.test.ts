import { describe, expect, test } from 'vitest'
import { ourLaw } from './a-law.ts'
import { checkedLimits, type Load } from './limits.ts'
import { parseQuantity, type Quantity } from './quantity.ts'

const goods = (kind: Load['goods'][number]['kind'], text: string) => ({
  kind,
  quantity: parseQuantity(text) as Quantity,
})
const check = (load: Partial<Load>) => checkedLimits(ourLaw, { activity: 'mail', goods: [], ...load })

describe('carrying, mailing, transporting and selling', () => {
  test('[LA36] a limit is told with what was found, what is allowed, the article and the cause', () => {
    expect(check({ goods: [goods('cigarette', '3 条')] })).toMatchObject([
      {
        id: 'L-MAIL-CIGARETTES',
        verdict: 'beyond',
        found: { zh: '600支' },
        limit: { zh: '不超过400支' },
        cause: 'T04',
        basis: [{ zh: '国烟专〔1993〕7号' }],
        consequence: { zh: '超过限量' },
      },
    ])
    expect(check({ goods: [goods('cigarette', '2 条')] })).toMatchObject([{ verdict: 'within', consequence: null }])
  })

  test('[LA36] over by as much again has its own consequence and article', () => {
    expect(check({ goods: [goods('cigarette', '4 条')] })).toMatchObject([
      {
        verdict: 'twice',
        consequence: { zh: '超过限量一倍以上，处货值20%至50%罚款' },
        status: 'verified',
        basis: [{}, { zh: '《烟草专卖法实施条例》第52条第4项' }],
      },
    ])
  })

  test('[LA36] goods of one limit are added together', () => {
    const [both, ...rest] = check({ goods: [goods('cigarette', '1 条'), goods('cigar', '201 支')] })
    expect(both).toMatchObject({ id: 'L-MAIL-CIGARETTES', verdict: 'beyond', found: { zh: '401支' } })
    expect(rest).toEqual([])
    const ids = check({ goods: [goods('leaf', '5 公斤'), goods('cut_tobacco', '5001 克')] }).map(({ id, verdict }) => [
      id,
      verdict,
    ])
    expect(ids).toEqual([
      ['L-MAIL-LEAF', 'within'],
      ['L-MAIL-CUT', 'beyond'],
      ['L-MAIL-LEAF-AND-CUT', 'beyond'],
    ])
  })

  test('[LA36] transport without a permit is looked at by cases, value and earlier penalties', () => {
    const found = check({ activity: 'transport', goods: [goods('cigarette', '100 件')], fen: 5_000_001, penalties: 1 })
    expect(found.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['L-CONFISCATE-CASES', 'within'],
      ['L-CONFISCATE-VALUE', 'beyond'],
      ['L-CONFISCATE-REPEAT', 'within'],
    ])
  })

  test('[LA23] a limit that is not verified says so, also when it is doubled', () => {
    const [carried] = check({ activity: 'carry', goods: [goods('cigarette', '2 件')] })
    expect(carried).toMatchObject({
      verdict: 'twice',
      isVerified: false,
      statusWords: { zh: '部分核实，须由法制部门确认' },
    })
  })
})
