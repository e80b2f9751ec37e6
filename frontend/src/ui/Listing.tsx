import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button'
import { Loading } from './Loading'
import { Failure } from './Notice'
import page from './Page.module.css'
import { itemsOf, type Page } from './paging'

interface ListingProps<T> {
  query: UseInfiniteQueryResult<InfiniteData<Page<T>>>
  empty: ReactNode
  children: (items: T[]) => ReactNode
}

/** A list in all its states: being loaded, failed, empty, with more to come. */
export function Listing<T>({ query, empty, children }: ListingProps<T>) {
  const { t } = useTranslation()
  if (query.isPending) return <Loading />
  const items = itemsOf(query.data)
  return (
    <>
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {items.length === 0 && !query.isError && empty}
      {items.length > 0 && children(items)}
      {query.hasNextPage && (
        <Button className={page.more} busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
