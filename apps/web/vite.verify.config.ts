import { createHash } from 'node:crypto'
import { defineConfig, type Plugin } from 'vite'

/** One file that opens from a stick: script and style stand in the page, and the page may load nothing at all. */
const inOneFile: Plugin = {
  name: 'in-one-file',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const parts = Object.values(bundle)
    const page = parts.find(({ fileName }) => fileName.endsWith('.html'))
    if (page?.type !== 'asset') throw new Error('there is no page to write into')
    let html = String(page.source)
    const hashes = { script: '', style: '' }
    for (const part of parts) {
      if (part === page) continue
      const [kind, text] =
        part.type === 'chunk' ? (['script', part.code] as const) : (['style', String(part.source)] as const)
      // What ends the element early would be written otherwise by the compiler; a function, since a text may hold "$&".
      const body = `\n${text.replaceAll('</script', '<\\/script')}\n`
      const element = kind === 'script' ? `<script type="module">${body}</script>` : `<style>${body}</style>`
      hashes[kind] = `'sha256-${createHash('sha256').update(body).digest('base64')}'`
      const tag = new RegExp(`<(script|link)[^>]*${part.fileName.replaceAll('.', '\\.')}[^>]*>(</script>)?`)
      html = html
        .replace(tag, '')
        .replace(
          kind === 'script' ? '</body>' : '</head>',
          () => `${element}\n${kind === 'script' ? '</body>' : '</head>'}`,
        )
      delete bundle[part.fileName]
    }
    const policy = `default-src 'none'; script-src ${hashes.script}; style-src ${hashes.style}; base-uri 'none'; form-action 'none'`
    page.source = html.replace(
      '<meta charset="utf-8" />',
      () => `<meta charset="utf-8" />\n<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    )
  },
}

export default defineConfig({
  plugins: [inOneFile],
  build: {
    target: 'es2022',
    cssTarget: 'chrome111',
    emptyOutDir: false,
    modulePreload: false,
    copyPublicDir: false,
    rollupOptions: { input: new URL('verify.html', import.meta.url).pathname },
  },
})
