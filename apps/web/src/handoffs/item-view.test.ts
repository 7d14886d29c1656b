import { expect, test } from 'vitest'
import { viewOf } from './item-view.ts'

test("[WE135] an item that is not the reader's to see keeps neither title nor text", () => {
  expect(viewOf({ title: null, content: null })).toEqual({ isOpen: false, title: undefined })
})

test('[WE135] an item given by title alone shows the title and does not open', () => {
  expect(viewOf({ title: '向未成年人出售电子烟', content: null })).toEqual({
    isOpen: false,
    title: '向未成年人出售电子烟',
  })
})

test('[WE135] an item with its text opens, even where the text is empty', () => {
  expect(viewOf({ title: '案件来源', content: '' })).toEqual({ isOpen: true, title: '案件来源', content: '' })
})
