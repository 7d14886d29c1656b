import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import module from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

// Plain JavaScript that an old Node can read, since it is here that an old Node is told so.
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const web = join(root, 'apps/web')
const page = join(web, 'dist/index.html')
const pageSources = ['apps/web', 'packages/ui', 'packages/kernel', 'packages/dossier', 'pnpm-lock.yaml']

function refuse(zh, en) {
  console.error(`\n${zh}\n${en}`)
  process.exit(1)
}

/** Goes on after a failed installation too, as pnpm does; then what is missing is found here. */
function firstMissing(fields) {
  for (const group of ['packages', 'apps']) {
    for (const name of readdirSync(join(root, group))) {
      const folder = join(root, group, name)
      if (!existsSync(join(folder, 'package.json'))) continue
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      const wanted = fields.flatMap((field) => Object.keys(manifest[field] ?? {}))
      const missing = wanted.find((dependency) => !existsSync(join(folder, 'node_modules', dependency)))
      if (missing) return missing
    }
  }
}

function newestIn(path) {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  const within = readdirSync(path).filter((name) => name !== 'node_modules' && name !== 'dist')
  return Math.max(0, ...within.map((name) => newestIn(join(path, name))))
}

const isBuilt = () =>
  existsSync(page) && statSync(page).mtimeMs >= Math.max(...pageSources.map((path) => newestIn(join(root, path))))

/** Builds beside the finished application, so that an interrupted build leaves no half of one. */
function build() {
  const began = Date.now()
  console.log('正在构建网页应用…  Building the web application…')
  const draft = join(web, 'node_modules/.draft')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const options = ['build', web, '--logLevel', 'error', '--outDir', draft, '--emptyOutDir']
  const { status } = spawnSync(process.execPath, [vite, ...options], { stdio: 'inherit' })
  if (status !== 0)
    refuse(
      '网页应用构建失败，原因见上。修正后请重新启动。',
      'The web application could not be built, for the reason above. Mend it and start again.',
    )
  rmSync(join(web, 'dist'), { recursive: true, force: true })
  renameSync(draft, join(web, 'dist'))
  console.log(`网页应用已构建  Web application built (${Math.round((Date.now() - began) / 1000)} s)`)
}

if (Number(process.versions.node.split('.')[0]) < 24)
  refuse(
    `需要 Node 24 或更新版本，当前为 ${process.versions.node}。请升级 Node，或在 Linux 上用 npx -y pnpm@12.21.0 start 启动，它会自带 Node 24。`,
    `Node 24 or newer is needed and this is ${process.versions.node}. Upgrade Node, or on Linux start with npx -y pnpm@12.21.0 start, which brings Node 24 along.`,
  )
const missing = firstMissing(['dependencies']) ?? (isBuilt() ? undefined : firstMissing(['devDependencies']))
if (missing)
  refuse(
    `依赖没有装全（缺少 ${missing}）。请检查网络后执行 npx -y pnpm@12.21.0 install，再重新启动。`,
    `The dependencies are not fully installed (${missing} is missing). Check the network, run npx -y pnpm@12.21.0 install and start again.`,
  )
if (!isBuilt()) build()
module.enableCompileCache(join(root, 'node_modules/.cache/lianban'))
await import('./src/start.ts')
