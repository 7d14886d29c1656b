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

const digits = '零一二三四五六七八九'

/** The number before a heading of the first rank in an official document: 一, 十, 二十三. */
export function chineseNumber(position: number): string {
  if (position < 10) return digits[position] ?? ''
  if (position > 99) return String(position)
  const tens = Math.floor(position / 10)
  const ones = position % 10
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`
}

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
