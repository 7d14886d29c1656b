/** Keyset pages until one is empty; the next is fetched while the caller works on the one before. */
export async function* pages<Item>(
  fetchAfter: (last: Item | undefined) => Promise<readonly Item[]>,
): AsyncGenerator<readonly Item[]> {
  let page = await fetchAfter(undefined)
  while (page.length > 0) {
    const following = fetchAfter(page.at(-1))
    // Its failure is met when it is awaited below; a caller that stops early must not leave it unhandled.
    following.catch(() => {})
    yield page
    page = await following
  }
}
