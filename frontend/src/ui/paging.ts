import { useInfiniteQuery, type InfiniteData, type QueryKey } from '@tanstack/react-query'

export interface Page<T> {
  items: T[]
  nextCursor: string | null
}

interface ListOptions<T> {
  key: QueryKey
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>
  /** How often to look again for as long as these are shown, in milliseconds; false for never. */
  lookAgain?: (items: T[]) => number | false
}

/** A list of the API, page by page, newest first. */
export function usePages<T>({ key, load, lookAgain }: ListOptions<T>) {
  return useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Page<T>) => last.nextCursor ?? undefined,
    refetchInterval: query => lookAgain?.(itemsOf(query.state.data)) ?? false,
  })
}

export function itemsOf<T>(data: InfiniteData<Page<T>> | undefined): T[] {
  return data?.pages.flatMap(page => page.items) ?? []
}
