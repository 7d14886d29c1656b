import tailwind from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'

export default defineConfig({
  plugins: [solid(), tailwind()],
  // Older government browsers: light-dark() is rewritten for them.
  // Nothing inlined: the content policy admits no data: fonts.
  build: { target: 'es2022', cssTarget: 'chrome111', assetsInlineLimit: 0 },
  server: {
    proxy: {
      '/trpc': 'http://localhost:3000',
      '/auth': 'http://localhost:3000',
      '/events': 'http://localhost:3000',
      '/rooms': { target: 'ws://localhost:3000', ws: true },
    },
  },
})
