type Act = { readonly act: string; readonly at: string; readonly entryId: string }

/** What the file of a receipt is called: no two of them alike, and in the order in which things were done. */
export const receiptName = ({ act, at, entryId }: Act): string =>
  `receipt-${at.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}-${act.replaceAll(/[^A-Za-z]+/g, '-')}-${entryId.slice(-6)}.json`
