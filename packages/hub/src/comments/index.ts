export { listComments, listMentionable } from './list.ts'
export { resolveThread } from './resolve.ts'
export { mentionTasks } from './tasks.ts'
export { writeComment } from './write.ts'
