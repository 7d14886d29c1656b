import { describe, expect, test } from 'vitest'
import { faultOf } from './admissible.ts'
import { formatBytes } from './bytes.ts'
import { kindOf } from './kind-of.ts'

describe('before a byte is sent', () => {
  test.each([
    ['照片.jpg', 10, undefined],
    ['照片.jpg', 0, 'emptyFile'],
    ['照片.jpg', 1001, 'tooLarge'],
    ['a/b.jpg', 10, 'badName'],
    ['照片\u202egpj.exe', 10, 'badName'],
    ['换行\n.jpg', 10, 'badName'],
    ['..', 10, 'badName'],
    ['末尾. ', 10, 'badName'],
    ['长'.repeat(81), 10, 'badName'],
    ['长'.repeat(80), 10, undefined],
  ])('[WE490] the file %j of %i bytes is told why not: %s', (name, size, fault) => {
    expect(faultOf({ name, size }, 1000)).toBe(fault)
  })
})

test.each([
  [0, '0 B'],
  [812, '812 B'],
  [1536, '1.5 KB'],
  [81 * 1024 ** 2, '81 MB'],
  [8 * 1024 ** 3, '8 GB'],
])('[WE491] %i bytes are said as %s', (bytes, said) => {
  expect(formatBytes(bytes)).toBe(said)
})

test.each([
  ['image/png', 'image', 'image'],
  ['image/tiff', null, 'image'],
  ['application/zip', null, 'archive'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', null, 'sheet'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', null, 'document'],
  ['application/x-msdownload', null, 'program'],
  ['text/plain', null, 'text'],
  ['application/octet-stream', null, 'unknown'],
] as const)('[WE492] the type %s is said in a word that officers use', (type, preview, kind) => {
  expect(kindOf({ type, preview })).toBe(kind)
})
