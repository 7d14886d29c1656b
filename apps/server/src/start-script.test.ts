import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folders: string[] = []
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

/** A workspace in small: the real script, a builder that writes one page, and a server that says it started. */
async function aWorkspace() {
  const root = await mkdtemp(join(tmpdir(), 'lianban-script-'))
  folders.push(root)
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), text)
  }
  const manifest = (dependencies: object, devDependencies: object = {}) =>
    JSON.stringify({ dependencies, devDependencies })
  await write('packages/kernel/package.json', manifest({ zod: '1' }))
  await write('packages/kernel/node_modules/zod/package.json', '{}')
  for (const name of ['ui', 'dossier']) await write(`packages/${name}/package.json`, '{}')
  await write('apps/web/package.json', manifest({}, { plugin: '1' }))
  await write('apps/web/node_modules/plugin/package.json', '{}')
  await write('apps/web/src/main.tsx', '')
  await write('pnpm-lock.yaml', '')
  await write('apps/server/package.json', manifest({ zod: '1' }))
  await write('apps/server/node_modules/zod/package.json', '{}')
  await write('apps/server/src/start.ts', 'console.log("started" as string)')
  await write('package.json', '{"type":"module"}')
  const builder = `import { mkdirSync, writeFileSync } from 'node:fs'
    const out = process.argv[process.argv.indexOf('--outDir') + 1]
    mkdirSync(out, { recursive: true })
    writeFileSync(out + '/index.html', 'built')
    if (process.env.BREAKS) process.exit(1)`
  await write('node_modules/vite/package.json', '{"type":"module"}')
  await write('node_modules/vite/bin/vite.js', builder)
  await cp(resolve(import.meta.dirname, '../start.mjs'), join(root, 'apps/server/start.mjs'))
  const start = (env: Record<string, string> = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'apps/server/start.mjs')], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...env },
    })
    return { status, said: stdout + stderr }
  }
  return { root, write, start }
}

const touch = (file: string, seconds: number) => utimes(file, Date.now() / 1000 + seconds, Date.now() / 1000 + seconds)

test('[SE34] the first start builds the pages, and the next finds them built', async () => {
  const { start } = await aWorkspace()
  expect(start()).toMatchObject({ status: 0, said: expect.stringMatching(/Building.*started/s) })
  expect(start()).toEqual({ status: 0, said: 'started\n' })
})

test.each(['apps/web/src/main.tsx', 'packages/ui/src/button.tsx', 'packages/kernel/src/id.ts', 'pnpm-lock.yaml'])(
  '[SE34] the pages are built again when %s is newer',
  async (file) => {
    const { root, write, start } = await aWorkspace()
    start()
    await write(file, 'changed')
    await touch(join(root, file), 5)
    expect(start().said).toContain('Building')
  },
)

test('[SE34] what the pages are not made of does not build them again', async () => {
  const { root, write, start } = await aWorkspace()
  start()
  for (const file of ['packages/hub/src/a.ts', 'apps/server/src/b.ts', 'apps/web/node_modules/x/y.js']) {
    await write(file, '')
    await touch(join(root, file), 5)
  }
  expect(start().said).not.toContain('Building')
})

test('[SE34] a build that fails stops the start in words and leaves the pages as they were', async () => {
  const { root, write, start } = await aWorkspace()
  start()
  await write('apps/web/src/main.tsx', 'changed')
  await touch(join(root, 'apps/web/src/main.tsx'), 5)
  const failed = start({ BREAKS: '1' })
  expect(failed.status).toBe(1)
  expect(failed.said).toMatch(/构建失败.*could not be built/s)
  expect(failed.said).not.toContain('started')
  expect(await readdir(join(root, 'apps/web/dist'))).toEqual(['index.html'])
})

test.each(['packages/kernel/node_modules/zod', 'apps/server/node_modules', 'apps/web/node_modules/plugin'])(
  '[SE35] without %s the start says that dependencies are missing and what to run',
  async (path) => {
    const { root, start } = await aWorkspace()
    await rm(join(root, path), { recursive: true })
    const { status, said } = start()
    expect(status).toBe(1)
    expect(said).toMatch(/依赖没有装全.*npx -y pnpm@[\d.]+ install.*not fully installed/s)
    expect(said.trim().split('\n')).toHaveLength(2)
  },
)

test('[SE35] an installation without the builder’s parts starts what was built before', async () => {
  const { root, start } = await aWorkspace()
  start()
  await rm(join(root, 'apps/web/node_modules/plugin'), { recursive: true })
  expect(start()).toEqual({ status: 0, said: 'started\n' })
})

test.runIf(process.platform === 'linux')('[SE36] an older Node is told which one is needed', async () => {
  const { root, start } = await aWorkspace()
  await writeFile(join(root, 'old.mjs'), `Object.defineProperty(process.versions, 'node', { value: '20.20.2' })`)
  const { status, said } = start({ NODE_OPTIONS: `--import ${join(root, 'old.mjs')}` })
  expect(status).toBe(1)
  expect(said).toMatch(/需要 Node 24.*20\.20\.2.*Node 24 or newer is needed/s)
})
