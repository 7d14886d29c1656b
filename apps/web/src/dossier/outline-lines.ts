import { chineseNumber } from '@lianban/dossier'

type Agency = { readonly shortZh: string; readonly shortEn: string }

type OpenSection<A extends Agency = Agency> = {
  readonly kind: 'open'
  readonly id: string
  readonly position: number
  readonly title: string
  readonly right: 'write' | 'read'
  readonly audience: 'case' | 'members'
  readonly members: readonly A[]
  readonly ownerAgency: A
  readonly version: number
}
type WithheldSection<A extends Agency = Agency> = {
  readonly kind: 'withheld'
  readonly position: number
  readonly askAgency: A
}
export type OutlineSection<A extends Agency = Agency> = OpenSection<A> | WithheldSection<A>

/** A title that was written with its own number loses it: the outline counts. */
export const withoutNumber = (title: string): string => title.replace(/^([一二三四五六七八九十]+、|\d+[.、．]\s*)/, '')

export type OutlineLine<S extends OutlineSection> = {
  readonly number: { readonly zh: string; readonly en: string }
  readonly section: S
}

/** Withheld sections keep their number, so that two agencies speaking of "section three" mean the same one. */
export const outlineLines = <S extends OutlineSection>(sections: readonly S[]): OutlineLine<S>[] =>
  sections
    .toSorted((a, b) => a.position - b.position)
    .map((section) => ({ number: { zh: `${chineseNumber(section.position)}、`, en: `${section.position}.` }, section }))

/** The section the address names, else the first open one. */
export function chosenSection<S extends OutlineSection>(
  sections: readonly S[],
  id: string | undefined,
): Extract<S, { readonly kind: 'open' }> | undefined {
  const open = sections
    .filter((section): section is Extract<S, { readonly kind: 'open' }> => section.kind === 'open')
    .toSorted((a, b) => a.position - b.position)
  return open.find((section) => section.id === id) ?? open[0]
}
