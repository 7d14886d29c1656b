import { describe, expect, test } from 'vitest'
import { ourLaw } from './a-law.ts'
import { assess } from './assess.ts'
import { Facts } from './facts.ts'

type Plain = Record<string, unknown>
const factsOf = (plain: Plain, ...acts: Plain[]) =>
  Facts.parse({ assessedOn: '2026-03-02', acts: acts.map((act) => ({ on: '2026-03-02', ...act })), ...plain })
const assessed = (plain: Plain, ...acts: Plain[]) => assess(ourLaw, factsOf(plain, ...acts))
const row = (id: string, plain: Plain, ...acts: Plain[]) =>
  assessed(plain, ...acts).rows.find((each) => each.id === id)!

const unlicensed = {
  product: 'cigarette',
  genuineness: 'genuine',
  licence: 'none',
  channel: 'off_channel',
  activity: 'wholesale',
  actor: 'person',
}

describe('what a matter comes to', () => {
  test('[LA40] a verified row that is met must be transferred, with numbers, needed amount and article', () => {
    const found = assessed(unlicensed, { sales: '20000 元', unsold: '30000 元', gain: '3000 元', cigarettes: '200 条' })
    expect(found).toMatchObject({ conclusion: 'must_transfer', words: { zh: '必须移送' }, to: 'police' })
    expect(found.rows.find(({ id }) => id === 'C225-AMOUNT')).toMatchObject({
      verdict: 'met',
      numbers: [{ measure: 'business', found: { zh: '50000元' }, needed: { zh: '50000元以上（含）' }, holds: true }],
      basis: [{ zh: expect.stringContaining('法释〔2010〕7号') }],
      statusWords: { zh: '已核对法律文本' },
    })
    expect(found.rows.find(({ id }) => id === 'C225-STICKS')).toMatchObject({
      verdict: 'unmet',
      numbers: [{ found: { zh: '40000支' }, needed: { zh: '200000支以上（含）' }, holds: false }],
    })
  })

  test('[LA40] a penalty that was decided does not replace the transfer, and is set off', () => {
    const found = assessed({ ...unlicensed, isPenaltyDecided: true }, { business: '50000 元' })
    expect(found.conclusion).toBe('no_penalty_instead')
    expect(found.words.zh).toContain('不得以罚代刑')
    expect(found.notes.map(({ zh }) => zh).join()).toContain('已缴罚款折抵罚金')
  })

  test('[LA40] below every row it is administrative, with each row unmet', () => {
    const found = assessed(unlicensed, {
      business: '49999.99 元',
      gain: '0 元',
      cigarettes: '10 条',
      evadedTax: '0 元',
    })
    expect(found.conclusion).toBe('administrative')
    expect(found.rows.filter(({ verdict }) => verdict === 'met')).toEqual([])
    expect(found.to).toBeNull()
  })

  test('[LA41] a licence holder with genuine goods is administrative however much it is, and is told why', () => {
    const found = assessed(
      { ...unlicensed, licence: 'retail', activity: 'retail' },
      { business: '900000 元', cigarettes: '50 件' },
    )
    expect(found.conclusion).toBe('administrative')
    expect(found.notes.map(({ zh }) => zh).join()).toContain('不按非法经营罪移送')
    expect(
      assessed({ ...unlicensed, licence: 'retail', genuineness: 'smuggled' }, { business: '900000 元' }).conclusion,
    ).toBe('must_transfer')
  })

  test('[LA41] genuineness, licence and channel are asked first, and only while they matter', () => {
    const found = assessed({}, { business: '60000 元' })
    expect(found).toMatchObject({ conclusion: 'incomplete', words: { zh: '要素不全，尚不能判断' } })
    expect(found.asks.slice(0, 3)).toEqual(['genuineness', 'licence', 'channel'])
    expect(row('C225-AMOUNT', {}, { business: '60000 元' }).verdict).toBe('unknown')
    expect(row('C225-AMOUNT', {}, { business: '6000 元' }).verdict).toBe('unmet')
    expect(
      assessed({ genuineness: 'genuine', licence: 'retail', activity: 'retail' }, { business: '60000 元' }).asks,
    ).toEqual([])
  })

  test('[LA41] a number that nobody entered and that could still meet a row is named', () => {
    const found = assessed(unlicensed, { sales: '20000 元' })
    expect(found).toMatchObject({ conclusion: 'incomplete', asks: [], lacks: ['gain', 'sticks'] })
  })

  test('[LA42] untreated acts are added up, and acts already dealt with are not', () => {
    const third = { sales: '20000 元', gain: '100 元', cigarettes: '100 条' }
    expect(assessed(unlicensed, third, third).conclusion).toBe('administrative')
    const found = assessed(unlicensed, third, third, third)
    expect(found.conclusion).toBe('must_transfer')
    expect(found.notes.map(({ zh }) => zh)).toContain('未经处理的3次行为，数额累计计算。')
    expect(assessed(unlicensed, third, third, { ...third, isDealtWith: true }).conclusion).toBe('administrative')
  })

  test('[LA42] earlier penalties count for three years back from the last act', () => {
    const of = (...penalties: string[]) =>
      row('C225-REPEAT', { ...unlicensed, penalties }, { business: '30000 元' }).verdict
    expect(of('2023-03-02', '2025-01-01')).toBe('met')
    expect(of('2023-03-01', '2025-01-01')).toBe('unmet')
    expect(of('2025-01-01')).toBe('unmet')
  })

  test('[LA43] a row that is not verified decides nothing: the matter is for consultation', () => {
    const maker = {
      genuineness: 'counterfeit',
      licence: 'production',
      activity: 'print_marks',
      product: 'cigarette',
      actor: 'person',
      channel: 'own',
    }
    const found = assessed(maker, { marks: '20000 枚' })
    expect(found.conclusion).toBe('consult')
    expect(found.rows.find(({ id }) => id === 'C215-MARKS')).toMatchObject({ verdict: 'met', isVerified: false })
    expect(found.notes.map(({ zh }) => zh).join()).toContain('未经核实')
  })

  test('[LA43] liquid e-cigarettes are told as disputed', () => {
    const pods = { ...unlicensed, product: 'pod' }
    const found = assessed(pods, { business: '513500 元' })
    expect(found.conclusion).toBe('consult')
    expect(found.notes[0]?.zh).toContain('存在争议')
    expect(assessed({ ...pods, product: 'heated' }, { business: '513500 元' }).conclusion).toBe('must_transfer')
  })

  test('[LA44] several crimes at once are all told, with the heavier one to count', () => {
    const fake = { ...unlicensed, genuineness: 'counterfeit', activity: 'retail' }
    const found = assessed(fake, { sales: '60000 元', unsold: '100000 元', gain: '1000 元', cigarettes: '10 条' })
    const met = found.rows.filter(({ verdict }) => verdict === 'met').map(({ id }) => id)
    expect(met).toEqual(expect.arrayContaining(['C140-SALES', 'C225-AMOUNT', 'C214-MIXED']))
    expect(found.notes.map(({ zh }) => zh).join()).toContain('依照处罚较重的规定')
  })

  test('[LA44] smuggling goes to anti-smuggling police, drugs to anti-drug police', () => {
    const smuggled = { ...unlicensed, genuineness: 'smuggled', licence: 'retail' }
    expect(assessed(smuggled, { evadedTax: '100000 元' }).to).toBe('anti_smuggling')
    expect(assessed({ ...smuggled, isDrugLaced: true }, { evadedTax: '100000 元' }).to).toBe('anti_drug')
  })

  test('[LA63] the note and the organ of a finding are those of the table of routes', () => {
    const smuggled = { ...unlicensed, genuineness: 'smuggled', licence: 'retail' }
    const [route] = ourLaw.powers.routes.filter(({ when }) => when === 'smuggled')
    expect(assessed(smuggled, { evadedTax: '1 元' }).notes).toContainEqual(route!.note)
    expect(
      assessed({ ...unlicensed, isDrugLaced: true }, {})
        .notes.map(({ zh }) => zh)
        .join(),
    ).toContain('禁毒')
    expect(assessed(unlicensed, { evadedTax: '1 元' }).notes).not.toContainEqual(route!.note)
  })

  test('[LA44] a suspicion of counterfeiting whose amounts are unknown is told as enough to hand over', () => {
    const found = assessed({ genuineness: 'counterfeit', activity: 'produce', licence: 'production' }, {})
    expect(found.notes.map(({ zh }) => zh).join()).toContain('第3条第2款')
  })

  test('[LA45] an amount without unit, a negative one and a day to come are refused with what to do', () => {
    const said = (plain: Plain, act: Plain) =>
      Facts.safeParse({ assessedOn: '2026-03-02', acts: [{ on: '2026-03-02', ...act }], ...plain })
        .error?.issues.map(({ message }) => message)
        .join()
    expect(said({}, { sales: '50000' })).toContain('没有写明单位')
    expect(said({}, { sales: '-1 元' })).toContain('不能是负数')
    expect(said({}, { cigarettes: '999999999 箱' })).toContain('请核对单位')
    expect(said({}, { cigarettes: '12' })).toContain('没有写明单位')
    expect(said({}, { cigarettes: '12 元' })).toContain('支、盒、条、件、箱')
    expect(said({}, { on: '2026-03-03' })).toContain('请核对日期')
    expect(said({ penalties: ['1985-01-01'] }, {})).toContain('请核对日期')
    expect(said({ weight: 3 }, {})).toContain('weight')
    expect(said({}, { sales: '1 元' })).toBeUndefined()
  })
})
