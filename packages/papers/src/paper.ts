/** Words of a paragraph, from where they are emphasised or noted on. */
export type Run = {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  /** A footnote, whose mark follows the words. */
  readonly note?: string
}
export type Inline = string | Run
export type Words = string | readonly Inline[]

export type HeadingLevel = 1 | 2 | 3 | 4

export type Block =
  /** Numbered 一、（一）1.（1） by its place, unless it is said to stand without a number. */
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly words: Words; readonly isNumbered?: boolean }
  | { readonly kind: 'paragraph'; readonly words: Words; readonly align?: 'justify' | 'left' | 'center' | 'right' }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly ListItem[] }
  /** Somebody else's words, set in, and whose they are. */
  | { readonly kind: 'quotation'; readonly lines: readonly Words[]; readonly source?: string }
  /** One of the paper's pictures, with what it shows and where it is from; these words stand also where it cannot be printed. */
  | { readonly kind: 'picture'; readonly digest: string; readonly caption?: string; readonly source?: string }
  | Table

export type ListItem = { readonly words: Words; readonly items?: readonly ListItem[]; readonly isOrdered?: boolean }

/** Rows of cells. The heading rows come again on every page that the table reaches. */
export type Table = {
  readonly kind: 'table'
  readonly caption?: string
  readonly headings?: readonly (readonly Words[])[]
  readonly rows: readonly (readonly Words[])[]
  /** Widths in proportion to each other; equal unless said. */
  readonly widths?: readonly number[]
}

/** What stands at the end: who signs, on which day, and where the seal goes. */
export type Signature = {
  readonly agencies: readonly string[]
  readonly date: string
  readonly hasPlaceForSeal?: boolean
}

/** A paper of an agency, said once and laid out as a DOCX or as a PDF. */
export type Paper = {
  readonly title: string
  /** 发文机关标志: printed red above the red line; a paper without one begins with its title. */
  readonly letterhead?: string
  /** 发文字号, as `documentNumber` makes it. */
  readonly number?: string
  /** Label, urgency and other marks of the first page's upper left corner. */
  readonly marks?: readonly string[]
  /** 主送机关. */
  readonly addressee?: string
  readonly body: readonly Block[]
  readonly signature?: Signature
  /** Each begins on a page of its own and is named after the text. */
  readonly annexes?: readonly { readonly title: string; readonly body: readonly Block[] }[]
  /** PNG and JPEG files by their digests. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>
  /** 抄送. */
  readonly copiedTo?: string
  /** Across every page: who bears it, when, what for. */
  readonly watermark?: string
  /** One small line at the foot of every page. */
  readonly foot?: string
  /** Who made it and when, for the file's properties. */
  readonly author?: string
  readonly madeAt: Date
}
