export { mayRead } from './may-read.ts'
export { nextGrantEnd } from './next-grant-end.ts'
