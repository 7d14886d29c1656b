/** What is left of a frozen item for its reader: all of it, or no text and at most a title. */
export type ItemView =
  | { readonly isOpen: true; readonly title: string; readonly content: string }
  | { readonly isOpen: false; readonly title: string | undefined }

/** An item without its content can only be told by kind and digest, and by its title where the hub gave one. */
export function viewOf(item: { readonly title: string | null; readonly content: string | null }): ItemView {
  const title = item.title?.trim() || undefined
  return item.content === null ? { isOpen: false, title } : { isOpen: true, title: title ?? '', content: item.content }
}
