import { digestOf, sha256Hex } from '@lianban/kernel/digest'
import { expect, test } from 'vitest'
import { problemInSealed, type SealedFile, sealedText } from './sealed-file.ts'

const contents = ['一、案件事实', '二、侦查部署']
const sections = contents.map((content, i) => ({ position: i, digest: sha256Hex(content) }))
const sealed: SealedFile = {
  caseId: 'a-case',
  number: 2,
  digest: digestOf({ caseId: 'a-case', number: 2, sections }),
  sections: [{ ...sections[0]!, content: contents[0]! }, sections[1]!],
}

test('[DO70] a sealed version holds by its own digests, with some of its texts left out', () => {
  expect(problemInSealed(sealedText(sealed))).toBeUndefined()
})

test('[DO70] a text, a digest or a number that was changed is told', () => {
  const [first, second] = sealed.sections as [SealedFile['sections'][number], SealedFile['sections'][number]]
  const changed: readonly (readonly [SealedFile, string])[] = [
    [{ ...sealed, sections: [{ ...first, content: '另案处理' }, second] }, 'Section 0'],
    [{ ...sealed, sections: [first] }, 'make up the digest'],
    [{ ...sealed, number: 3 }, 'make up the digest'],
    [{ ...sealed, caseId: 'another' }, 'make up the digest'],
    [{ ...sealed, sections: [] }, 'no sealed version'],
  ]
  for (const [file, told] of changed) expect(problemInSealed(sealedText(file))?.en).toContain(told)
  for (const text of ['', 'null', '{}', ` ${sealedText(sealed)}`])
    expect(problemInSealed(text)?.en).toContain('no sealed version')
})
