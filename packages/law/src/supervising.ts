export * from './draw.ts'
export * from './radar.ts'
