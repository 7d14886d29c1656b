export { confirmGrant } from './confirm.ts'
export { grantsToReview } from './list.ts'
export { grantReviewTasks } from './tasks.ts'
