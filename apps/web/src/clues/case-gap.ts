/** Why no case is listed with a clue: there is none, or none that the reader may see. */
export const caseGap = (clue: { readonly state: string }): 'none' | 'closed' =>
  clue.state === 'in_case' ? 'closed' : 'none'
