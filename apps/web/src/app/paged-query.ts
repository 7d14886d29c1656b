import { keepPreviousData, useInfiniteQuery } from '@tanstack/solid-query'

type Asked<Page> = {
  readonly queryKey: readonly unknown[]
  readonly read: (cursor: string | undefined) => Promise<Page>
}

/** A list that is read page by page, each from where the one before ended; what was asked before stays until the answer is there. */
export const createPagedQuery = <Page extends { readonly nextCursor: string | null }>(asked: () => Asked<Page>) =>
  useInfiniteQuery(() => {
    const { queryKey, read } = asked()
    return {
      queryKey,
      queryFn: ({ pageParam }) => read(pageParam),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page: Page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }
  })
