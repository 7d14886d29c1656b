import { describe, expect, test } from 'vitest'
import { ourLaw } from './a-law.ts'
import { materialLists, missingMaterials, toDoList } from './materials.ts'

describe('what a package holds', () => {
  test('[LA58] each missing piece of a transfer is named with its article', () => {
    const present = ['transfer_letter', 'goods_list', 'copy_to_procuratorate']
    expect(missingMaterials(ourLaw, 'transfer', { present })).toMatchObject([
      { id: 'investigation_report', basis: [{ zh: '《行政执法机关移送涉嫌犯罪案件的规定》第6条第2项' }] },
      {
        id: 'test_report',
        basis: [{ zh: '《行政执法机关移送涉嫌犯罪案件的规定》第6条第4项' }],
        statusWords: { zh: '已核对法律文本' },
      },
    ])
  })

  test('[LA58] what is owed only in some cases is asked for only there', () => {
    const ids = (...circumstances: ('penalty_decided' | 'other_materials')[]) =>
      missingMaterials(ourLaw, 'transfer', { present: [], circumstances }).map(({ id }) => id)
    const always = ['transfer_letter', 'investigation_report', 'goods_list', 'test_report']
    expect(ids()).toEqual([...always, 'copy_to_procuratorate'])
    expect(ids('penalty_decided')).toEqual([...always, 'penalty_decision', 'copy_to_procuratorate'])
    expect(ids('other_materials')).toEqual([...always, 'other_materials', 'copy_to_procuratorate'])
  })

  test.each(materialLists)('[LA58] a %s that holds everything lacks nothing', (list) => {
    const present = ourLaw.materials.lists[list].materials.map(({ id }) => id)
    const circumstances = ['other_materials', 'penalty_decided'] as const
    expect(missingMaterials(ourLaw, list, { present, circumstances })).toEqual([])
    expect(missingMaterials(ourLaw, list, { present: present.slice(1), circumstances })).toHaveLength(1)
  })

  test('[LA59] a coded return gives the sender what to do, and missing papers never refuse acceptance', () => {
    expect(toDoList(ourLaw, ['goods_list_missing', 'not_ours'])).toMatchObject([
      { code: 'not_ours', refusesAcceptance: true, starts: ['TR-03'] },
      { code: 'goods_list_missing', toDo: { zh: '请补送涉案物品清单。' }, refusesAcceptance: false },
    ])
    const refusing = ourLaw.materials.reasons
      .filter(({ refusesAcceptance }) => refusesAcceptance)
      .map(({ code }) => code)
    expect(refusing).toEqual(['not_ours', 'no_crime'])
  })
})
