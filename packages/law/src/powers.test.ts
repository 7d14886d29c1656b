import { describe, expect, test } from 'vitest'
import { ourLaw } from './a-law.ts'
import {
  instrumentOf,
  type PowerHolder,
  type Proceeding,
  powerHolders,
  powerOf,
  proceedings,
  routeOf,
} from './powers.ts'

const may = (power: string, holder: PowerHolder, proceeding: Proceeding, region?: string) =>
  powerOf(ourLaw, power, { holder, proceeding, region })

/** Everybody who has a power, by the table of the law; everybody else has not. */
const holders: Readonly<Record<string, readonly `${PowerHolder} ${Proceeding}`[]>> = {
  question_and_copy: [
    'tobacco administrative',
    'police administrative',
    'police criminal',
    'customs administrative',
    'customs criminal',
    'market_regulation administrative',
    'postal administrative',
  ],
  register_in_advance: [
    'tobacco administrative',
    'police administrative',
    'customs administrative',
    'market_regulation administrative',
    'postal administrative',
  ],
  seize: [
    'police administrative',
    'police criminal',
    'customs administrative',
    'customs criminal',
    'market_regulation administrative',
    'procuratorate criminal',
  ],
  sample: [
    'tobacco administrative',
    'police administrative',
    'police criminal',
    'customs administrative',
    'customs criminal',
    'market_regulation administrative',
  ],
  check_vehicles: [
    'tobacco administrative',
    'police administrative',
    'police criminal',
    'customs administrative',
    'customs criminal',
  ],
  open_parcels: ['police criminal', 'customs administrative', 'customs criminal', 'procuratorate criminal'],
  user_data: ['police criminal', 'customs criminal', 'procuratorate criminal'],
  penalise_unlicensed_retail: ['market_regulation administrative'],
  penalise_tobacco_violation: ['tobacco administrative'],
  penalise_counterfeit_marks: ['market_regulation administrative'],
  decide_smuggling: ['customs administrative', 'customs criminal', 'police criminal'],
  coercive_measures: ['police criminal', 'customs criminal'],
  approve_arrest: ['procuratorate criminal'],
  supervise_filing: ['procuratorate administrative', 'procuratorate criminal'],
}

describe('who may do what', () => {
  test.each(Object.entries(holders))('[LA50] %s belongs to those the law names, and to nobody else', (power, named) => {
    const found = powerHolders.flatMap((holder) =>
      proceedings.filter((proceeding) => may(power, holder, proceeding).isAllowed).map((each) => `${holder} ${each}`),
    )
    expect(found.toSorted()).toEqual(named.toSorted())
    expect(Object.keys(holders)).toHaveLength(ourLaw.powers.powers.length)
  })

  test('[LA51] a tobacco officer is refused a seizure list and told what to use instead, and why', () => {
    const asking = { holder: 'tobacco', proceeding: 'administrative' } as const
    expect(instrumentOf(ourLaw, 'seizure_list', asking)).toMatchObject({
      isAllowed: false,
      because: { zh: expect.stringContaining('没有赋予烟草专卖部门查封、扣押权') },
      instead: [{ id: 'register_in_advance' }, { id: 'sample' }],
      starts: [],
      isVerified: false,
    })
    expect(instrumentOf(ourLaw, 'registration_list', asking)).toMatchObject({ isAllowed: true, starts: ['AD-03'] })
    expect(instrumentOf(ourLaw, 'seizure_list', { holder: 'police', proceeding: 'criminal' }).isAllowed).toBe(true)
    expect(instrumentOf(ourLaw, 'penalty_decision', asking).isAllowed).toBe(true)
    expect(() => instrumentOf(ourLaw, 'poem', asking)).toThrow('No paper')
    expect(() => may('fly', 'police', 'criminal')).toThrow('No power')
  })

  test('[LA52] a province’s own law may lift a condition there and nowhere else', () => {
    const seizing = (region?: string) => may('seize', 'market_regulation', 'administrative', region)
    expect(seizing('411100')).toMatchObject({
      when: null,
      basis: [{ zh: '《河南省烟草专卖管理条例》第26条' }],
      isVerified: true,
    })
    expect(seizing('370800').when?.zh).toBe('有法律、法规依据')
    expect(seizing().when?.zh).toBe('有法律、法规依据')
    expect(may('seize', 'tobacco', 'administrative', '411100').isAllowed).toBe(false)
  })

  test('[LA53] smuggling goes to customs, unlicensed retail to the market regulator, drugs to the police', () => {
    expect(routeOf(ourLaw, 'smuggled', 'tobacco')).toMatchObject({ to: 'customs', basis: [{ zh: '《海关法》第5条' }] })
    expect(routeOf(ourLaw, 'unlicensed_retail', 'tobacco')?.to).toBe('market_regulation')
    expect(routeOf(ourLaw, 'drug_laced', 'market_regulation')?.to).toBe('police')
    expect(routeOf(ourLaw, 'smuggled', 'customs')).toBeNull()
    expect(may('penalise_unlicensed_retail', 'tobacco', 'administrative').routesTo).toBe('market_regulation')
  })
})
