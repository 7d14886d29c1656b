import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const folder = fileURLToPath(new URL('..', import.meta.url))
const run = (program: string, ...words: string[]) => spawnSync(program, words, { cwd: folder, encoding: 'utf8' })

test('[CD7] what is published is plain JavaScript with types, and needs nothing but its peers', () => {
  // Inside of the package, so that its peers are found.
  mkdirSync(join(folder, 'dist'), { recursive: true })
  const dist = mkdtempSync(join(folder, 'dist/test-'))
  onTestFinished(() => rmSync(dist, { recursive: true }))
  const built = run('node_modules/.bin/tsc', '-p', '.', '--outDir', dist)
  expect(built.stdout).toBe('')
  const entrance = JSON.stringify(join(dist, 'index.js'))
  const script = `import(${entrance}).then((entrance) => console.log(Object.keys(entrance).join()))`
  expect(run(process.execPath, '--no-experimental-strip-types', '-e', script).stdout.trim()).toBe(
    'filled,filterOf,rendered,visibleOf',
  )
})
