import { homedir } from 'node:os'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { filesLike, root, sourceFiles, textOf } from './source-files.ts'
import { nameOf, syntaxOf } from './syntax.ts'

const parsed = sourceFiles.map((file) => ({ file, ...syntaxOf(file) }))

const filesWith = (has: (source: (typeof parsed)[number]) => boolean): string[] =>
  parsed.filter(has).map(({ file }) => file)

test('[AC6] no module is mocked: what a test needs is passed in', () => {
  const mocking = /^vi\.(mock|doMock|unmock|doUnmock|hoisted|importMock)$/
  expect(filesWith(({ nodes }) => nodes.some((node) => mocking.test(nameOf(node))))).toEqual([])
})

test('[AC6] nothing is typed any', () => {
  expect(filesWith(({ nodes }) => nodes.some(({ type }) => type === 'TSAnyKeyword'))).toEqual([])
})

test('[AC6] no comment silences the compiler or leaves work for later', () => {
  const silencing = /@ts-(ignore|nocheck|expect-error)|\b(TODO|FIXME|XXX|HACK)\b/
  expect(filesWith(({ comments }) => comments.some((comment) => silencing.test(comment)))).toEqual([])
})

test('[AC7] no file is named for being useful or for holding several things', () => {
  const idle = /^types$|(^|-)(utils?|helpers?|common|misc|managers?|services?)$/
  expect(sourceFiles.filter((file) => idle.test(nameless(file)))).toEqual([])
})

test('[AC7] files are named in kebab-case', () => {
  expect(sourceFiles.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(nameless(file)))).toEqual([])
})

const nameless = (file: string): string => basename(file).replace(/(\.(test|config|d))?\.tsx?$/, '')

/** Entrances that do more than let through, each with its reason. */
const busyEntrances = { 'apps/web/src/app/i18n/index.ts': 'makes the texts of the shell, which every page shares' }

test('[AC8] an index holds re-exports only, and under twenty lines of them', () => {
  const passing = ({ type, source }: { type: string; source?: unknown }) =>
    type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && Boolean(source))
  const busy = parsed
    .filter(({ file }) => basename(file) === 'index.ts')
    .filter(({ file, body }) => !body.every(passing) || textOf(file).split('\n').length > 20)
  expect(busy.map(({ file }) => file)).toEqual(Object.keys(busyEntrances))
})

test('[AC9] every page that has Chinese texts has English ones, with the same keys and places', async () => {
  const foldersWith = (name: string) =>
    filesLike(`{apps,packages}/*/src/**/${name}.ts`)
      .map((file) => file.slice(0, -`${name}.ts`.length))
      .toSorted()
  const folders = foldersWith('zh')
  expect(folders.length).toBeGreaterThan(5)
  expect(foldersWith('en')).toEqual(folders)
  for (const folder of folders) {
    const { zh } = (await import(`${root}/${folder}zh.ts`)) as { zh: Record<string, string> }
    const { en } = (await import(`${root}/${folder}en.ts`)) as { en: Record<string, string> }
    const places = (texts: Record<string, string>) =>
      Object.entries(texts).map(([key, text]) => [key, ...new Set(text.match(/\{\w+\}/g)?.toSorted())])
    expect(places(en).toSorted(), folder).toEqual(places(zh).toSorted())
    expect(Object.entries(zh).filter(([, text]) => text.trim() === '')).toEqual([])
  }
})

test('[AC10] no file names a package registry or a folder of a machine', () => {
  const hosts = ['registry\\.[a-z0-9-]+\\.', 'npm(js|mirror)\\.', '[u]npkg\\.', '[j]sdelivr', '[a]rtifactory']
  const own = process.env.npm_config_registry
  if (own) hosts.push(new URL(own).hostname.replaceAll('.', '\\.'))
  const folders = [root, homedir()].filter((folder) => folder.length > 3).map((folder) => folder.replace(/\/$/, '/'))
  const machine = new RegExp(
    `${hosts.join('|')}|(?<![\\w.])/(root|home/\\w+|Users/\\w+|tmp/lb|work/(main|shared))/`,
    'i',
  )
  const written = filesLike('{*,.*,.ci/*,{apps,docs,migrations,packages,policies,tests}/**/*}')
  const readable = written.filter((file) => /\.(ts|tsx|cjs|json|ya?ml|md|sql|css|html|txt)$|^\.ci\//.test(file))
  expect(readable.length).toBeGreaterThan(300)
  const naming = readable.filter((file) => {
    const text = textOf(file)
    return machine.test(text) || folders.some((folder) => text.includes(`${folder}/`))
  })
  expect(naming).toEqual([])
})
