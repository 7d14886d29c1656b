import { expect, test } from 'vitest'
import { askedBy, entriesHref, kinds, recordHref, spans } from './explorer-filter.ts'

const now = new Date('2026-03-10T00:00:00.000Z')
const id = '01890000-0000-7000-8000-000000000000'

test('[WE400] what is chosen above the list is what the hub is asked', () => {
  expect(askedBy({}, now)).toEqual({})
  expect(
    askedBy({ kind: 'reading', agency: id, by: 'others', outcome: 'refused', days: '7', record: id, officer: id }, now),
  ).toEqual({
    group: 'reading',
    agencyId: id,
    isByOthers: true,
    outcome: 'refused',
    from: '2026-03-03T00:00:00.000Z',
    recordId: id,
    officerId: id,
  })
  for (const kind of kinds) expect(askedBy({ kind }, now)).toEqual({ group: kind })
  for (const days of spans) expect(askedBy({ days: String(days) }, now).from).toBeDefined()
})

test('[WE400] what an address says that cannot be chosen is left out', () => {
  expect(
    askedBy({ kind: 'all', agency: 'x', by: 'me', outcome: 'done', days: '8', record: '1', officer: 'me' }, now),
  ).toEqual({})
})

test('[WE401] an entry leads to its record', () => {
  expect(recordHref({ kind: 'Case', id })).toBe(`/cases/${id}`)
  expect(recordHref({ kind: 'Clue', id })).toBe(`/clues/${id}`)
})

test('[WE402] a line of who looked leads to its entries', () => {
  expect(entriesHref({ record: { id }, agency: { id: 'a' } })).toBe(`/audit?view=entries&record=${id}&agency=a`)
  expect(entriesHref({ record: null, agency: null, officerId: 'o' })).toBe('/audit?view=entries&officer=o')
  expect(entriesHref({ record: null, agency: null })).toBe('/audit?view=entries')
})
