import type { zh } from './zh.ts'

export const en: { readonly [Key in keyof typeof zh]: string } = {
  open: 'Receipts',
  title: 'Receipts for {name}',
  lead: 'Each proves that one act stands in the log that the agencies witness together. It is verified offline, without the hub.',
  close: 'Close',
  download: 'Download',
  downloadOf: 'Download the receipt: {act}',
  all: 'Download all',
  waits: 'Waits for enough agencies to witness it; come back in some minutes.',
  none: 'There is no act here yet that has a receipt.',
  verifying:
    'To verify: open the page on any computer, from a stick if need be, and choose the trust list with the receipts; or use lianban verify. The trust list is to be obtained apart from the receipts.',
  page: 'Offline verifier',
  trust: 'Trust list',
}
