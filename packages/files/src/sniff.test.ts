import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { scanWith } from './scan.ts'
import { endingAgrees, sniff } from './sniff.ts'

async function aFile(bytes: Uint8Array | string, name = 'file'): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'lianban-sniff-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  await writeFile(join(dir, name), bytes)
  return join(dir, name)
}

const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex')
const gb18030 = Buffer.from('d1ccb2ddd7a8c2f4be', 'hex')

test.each([
  ['a PNG', png, 'image/png'],
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
  ['text in UTF-8', '烟草专卖\n第二行\t列', 'text/plain'],
  ['text in GB 18030, cut through a character', gb18030, 'text/plain'],
  ['bytes that nobody knows', Buffer.from('0001020300ff00fe', 'hex'), 'application/octet-stream'],
  ['nothing', '', 'application/octet-stream'],
])('[FI40] %s is told from its bytes', async (_what, bytes, mime) => {
  expect((await sniff(await aFile(bytes, '照片.jpg'))).mime).toBe(mime)
})

test.each([
  ['照片.jpg', 'jpg', true],
  ['照片.JPEG', 'jpg', true],
  ['照片.jpg', 'png', false],
  ['合同.docx', 'docx', true],
  ['合同.pdf', 'exe', false],
  ['合同.doc', 'cfb', true],
  ['笔录.csv', 'txt', true],
  ['没有扩展名', 'png', true],
  ['未知.bin', '', true],
])('[FI41] the name %s for the type %s: %s', (name, ext, agrees) => {
  expect(endingAgrees(name, { mime: '', ext })).toBe(agrees)
})

test('[FI42] a scanner that is a program says clean or found, and otherwise is a fault', async () => {
  const path = await aFile('x')
  const scanner = await aFile('#!/bin/sh\necho "$2: Eicar FOUND"\nexit "$1"\n', 'scanner')
  await chmod(scanner, 0o700)
  expect(await scanWith(scanner, ['0'])(path)).toEqual({ isClean: true })
  expect(await scanWith(scanner, ['1'])(path)).toEqual({ isClean: false, found: `${path}: Eicar FOUND` })
  await expect(scanWith(scanner, ['2'])(path)).rejects.toThrow('could not be asked')
  await expect(scanWith('/no/such/scanner')(path)).rejects.toThrow('could not be asked')
})
