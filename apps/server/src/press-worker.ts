import { parentPort, workerData } from 'node:worker_threads'
import { docxOf, type Paper, pdfOf } from '@lianban/papers'

export type PressTask = { readonly paper: Paper; readonly format: 'pdf' | 'docx' }
export type PressNews =
  | { readonly kind: 'page'; readonly drawn: number; readonly pages: number }
  | { readonly kind: 'done'; readonly file: Uint8Array }

const { paper, format } = workerData as PressTask
const tell = (news: PressNews) => parentPort?.postMessage(news)

const file =
  format === 'docx'
    ? await docxOf(paper)
    : (await pdfOf(paper, { onPage: (drawn, pages) => tell({ kind: 'page', drawn, pages }) })).file
tell({ kind: 'done', file: new Uint8Array(file) })
