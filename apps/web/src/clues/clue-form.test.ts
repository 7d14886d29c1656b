import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import type { ClueRecord } from '../app/api-types.ts'
import { createClueForm } from './clue-form.ts'

type Sent = ClueRecord & { submissionId: string }

function aForm(options: { fails?: number } = {}) {
  const sent: Sent[] = []
  let failures = options.fails ?? 0
  const form = createRoot(() =>
    createClueForm({
      region: '110113',
      today: '2024-11-21',
      async record(clue) {
        sent.push(clue)
        if (failures-- > 0) throw new Error('lost')
        return { clueId: 'c1', number: '顺义烟草线索〔2024〕1号' }
      },
    }),
  )
  const fill = () => {
    form.set({ title: '商户售卖劣质电子烟', content: '伪装成植物饮料', reportedOn: '2024-11', place: '顺义区' })
    form.set({ label: 'sensitive', handlingCode: 'no_open_action' })
  }
  return { form, sent, fill }
}

test('[WE30] a clue without label and handling code is not sent', async () => {
  const { form, sent, fill } = aForm()
  fill()
  form.set({ label: '', handlingCode: '' })
  expect(await form.save()).toBeUndefined()
  expect([...form.problems()]).toEqual([
    ['label', 'choose'],
    ['handlingCode', 'choose'],
  ])
  expect(sent).toEqual([])
})

test('[WE31] an untouched form complains about nothing until saving is tried', async () => {
  const { form } = aForm()
  expect(form.problemAt('title')).toBeUndefined()
  form.leave('title')
  expect(form.problemAt('title')).toBe('required')
  expect(form.problemAt('place')).toBeUndefined()
  await form.save()
  expect(form.problemAt('place')).toBe('required')
})

test('[WE32] a credit code with a wrong last character is caught while typing', () => {
  const { form } = aForm()
  form.addIdentifier()
  form.set('identifiers', 0, 'value', '9135 0100 M000 100Y 44')
  expect(form.problems().get('identifiers.0.value')).toBe('uscc')
  form.set('identifiers', 0, 'value', '9135 0100 M000 100y 43')
  expect(form.problems().get('identifiers.0.value')).toBeUndefined()
})

test.each([
  ['2024-11-22', 'future'],
  ['2024-12', 'future'],
  ['2025', 'future'],
  ['2024-02-30', 'date'],
  ['去年', 'date'],
  ['', 'required'],
  ['2024-11-21', undefined],
  ['2024', undefined],
])('[WE33] on 21 November a report of %o is %s', (reportedOn, problem) => {
  const { form } = aForm()
  form.set('reportedOn', reportedOn)
  expect(form.problems().get('reportedOn')).toBe(problem)
})

test('[WE34] amounts with separators and wide digits are read, empty ones left out', async () => {
  const { form, sent, fill } = aForm()
  fill()
  for (const _ of [1, 2]) form.addGoods()
  form.set('goods', 0, { what: 'pods', quantity: '３47,000', unit: ' 个 ' })
  form.set('goods', 1, { what: 'devices', note: '标称“医用”' })
  await form.save()
  expect(sent[0]?.goods).toEqual([
    { what: 'pods', note: '', quantity: 347_000, unit: '个' },
    { what: 'devices', note: '标称“医用”' },
  ])
})

test.each(['0', '-3', '很多', '1e99x'])('[WE34] an amount of %s is no amount', (quantity) => {
  const { form } = aForm()
  form.addGoods()
  form.set('goods', 0, { what: 'pods', quantity })
  expect(form.problems().get('goods.0.quantity')).toBe('quantity')
})

test('[WE35] a save that was lost is repeated under the same id with everything typed', async () => {
  const { form, sent, fill } = aForm({ fails: 1 })
  fill()
  expect(await form.save()).toBeUndefined()
  expect(form.failure()).toBeInstanceOf(Error)
  expect(form.isDirty()).toBe(true)
  expect(await form.save()).toMatchObject({ clueId: 'c1' })
  expect(sent[1]).toEqual(sent[0])
})

test('[WE35] a second click while the first is on its way sends nothing', async () => {
  const { form, sent, fill } = aForm()
  fill()
  const [first, second] = await Promise.all([form.save(), form.save()])
  expect(first).toBeDefined()
  expect(second).toBeUndefined()
  expect(sent).toHaveLength(1)
})

test('[WE36] leaving is asked about only between the first change and the save', async () => {
  const { form, fill } = aForm()
  expect(form.isDirty()).toBe(false)
  fill()
  expect(form.isDirty()).toBe(true)
  await form.save()
  expect(form.isDirty()).toBe(false)
})
