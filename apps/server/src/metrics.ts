import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = ReturnType<typeof makeMetrics>

/** Counters without names of people, agencies or cases: safe to scrape. */
export function makeMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Histogram({
      name: 'lianban_http_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers: [registry],
    }),
    liveConnections: new Gauge({
      name: 'lianban_live_connections',
      help: 'Open connections to dossier rooms',
      registers: [registry],
    }),
    openPages: new Gauge({
      name: 'lianban_open_pages',
      help: 'Pages that are told what changes',
      registers: [registry],
    }),
    ruleFilesBroken: new Gauge({
      name: 'lianban_rule_files_broken',
      help: '1 while the rule files on disk cannot be used; the rules in force stay',
      registers: [registry],
    }),
    rulesBehind: new Gauge({
      name: 'lianban_rules_behind',
      help: '1 while this process cannot use the rules in force and goes on with older ones',
      registers: [registry],
    }),
    logDisputes: new Counter({
      name: 'lianban_log_disputes_total',
      help: 'How often a witness proved that the log contradicts itself: anything but 0 is an alarm',
      registers: [registry],
    }),
    logCopyDiffers: new Gauge({
      name: 'lianban_log_copy_differs',
      help: '1 while the copy of the log is not what the log says: an alarm',
      registers: [registry],
    }),
    roomEvents: new Counter({
      name: 'lianban_room_events_total',
      help: 'What rooms reported, by kind and close code',
      labelNames: ['event', 'code'],
      registers: [registry],
    }),
  }
}
