export type Cursor<Item> = { next(): Promise<Item | undefined> }

/** The items of pages, one at a time. */
export function makeCursor<Item>(pages: AsyncIterable<readonly Item[]>): Cursor<Item> {
  const source = pages[Symbol.asyncIterator]()
  let page: readonly Item[] = []
  let at = 0
  return {
    async next() {
      while (at === page.length) {
        const result = await source.next()
        if (result.done) return undefined
        page = result.value
        at = 0
      }
      return page[at++]
    },
  }
}
