export { makeApp } from './app.ts'
export { type HubOptions, type RunningHub, runHub } from './run-hub.ts'
export { readSettings, type Settings } from './settings.ts'
