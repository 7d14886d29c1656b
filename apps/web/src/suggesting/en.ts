import type { zh } from './zh.ts'

export const en: { readonly [Key in keyof typeof zh]: string } = {
  open: 'Suggest in the text',
  mode: 'Suggesting',
  modeHint: 'Change words in place. The section stays as it is until its writers accept each change or reject it.',
  editor: 'Draft of suggestions: {section}',
  reason: 'Reason (optional)',
  propose: 'Submit {n} suggestion(s)',
  proposeNone: 'Submit suggestions',
  proposed: '{n} suggestion(s) submitted; the writers of the section decide',
  wordsOnly:
    'Here words alone are changed: no paragraphs, formats, quotations or footnotes. Write a comment about those.',
  tooMuch: 'No more than {most} at once: submit them in several steps.',
  leave: 'Leave',
  leaveTitle: 'Give these suggestions up?',
  leaveText: '{n} change(s) are not submitted yet and will be gone.',
  leaveConfirm: 'Give up and leave',
  leaveStay: 'Go on',
}
