import { acts } from './acts.ts'

/** What whoever goes through the log asks for: readings, what was written, what was opened to others, what left the hub. */
export const groups = ['reading', 'writing', 'sharing', 'handing', 'leaving'] as const
export type Group = (typeof groups)[number]

const patterns: Record<Group, RegExp> = {
  reading:
    /^(case|clue|handoff|evidence|assistance)\.find$|^assistance\.crossCheck$|^handoff\.changes$|^section\.enter$|^dossier\.outline$|^file\.preview$|^explain\.|^access\.whoCanSee$|^audit\./,
  writing:
    /^(case\.(open|record|add|correct|takeStep|decideStep|reviewStep|close|reopen)|clue\.(record|correct|assess|decline)|section\.(write|wrote|restrict)|proposal\.|file\.(finish|mark)|evidence\.(record|takeReply|amend|cure|convert|keep)|goods\.(enter|strike))/,
  sharing: /^(grant|access\.widen|request|emergency|taskForce)\b/,
  handing:
    /^(evidence\.(give|receive)|(handoff|assistance)\.(?!find|changes|letter|crossCheck)|case\.(prepareHandoff|handBack|handOver|giveOpinion|askAssistance)|clue\.handOn|radar\.supervise)/,
  leaving:
    /^(clue\.export|file\.download|case\.bundle|(handoff|assistance)\.letter|section\.copyKey|receipt\.find|audit\.(exportCase|reportCase))/,
}

export const actsOfGroup = (group: string): string[] =>
  Object.keys(acts).filter((act) => patterns[group as Group]?.test(act) ?? false)

/** Acts by which somebody sees what a record says, or takes it along. */
export const looks = [
  'case.find',
  'clue.find',
  'section.enter',
  'handoff.find',
  'assistance.find',
  'dossier.outline',
  'clue.export',
  'section.copyKey',
  'file.preview',
  'file.download',
]
