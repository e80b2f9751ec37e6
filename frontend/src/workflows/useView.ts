import { useState } from 'react'

export const VIEWS = ['drawing', 'list'] as const
export type View = (typeof VIEWS)[number]

/** A drawing where there is room for one. */
export function useView() {
  return useState<View>(() => (window.matchMedia('(max-width: 48rem)').matches ? 'list' : 'drawing'))
}
