/** One server of the bench as a process: tells its port, and on request what it has used so far. */
const [name = '', databaseUrl = ''] = process.argv.slice(2)

// Each process loads what its own server needs, or their memory could not be compared.
const servers: Readonly<Record<string, () => Promise<number>>> = {
  lianban: async () => (await import('./serve-lianban.ts')).serveLianban(databaseUrl),
  hocuspocus_pg: async () => (await import('./serve-hocuspocus.ts')).serveHocuspocus(databaseUrl),
  hocuspocus: async () => (await import('./serve-hocuspocus.ts')).serveHocuspocus(undefined),
  y_websocket: async () => (await import('./serve-y-websocket.ts')).serveYWebsocket(),
  ws_relay: async () => (await import('./serve-relay.ts')).serveRelay(),
}
const port = await servers[name]?.()
process.send?.({ port })
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpuSeconds: (user + system) / 1e6, rssMegabytes: process.memoryUsage.rss() / 2 ** 20 })
})
process.on('disconnect', () => process.exit(0))

export {}
