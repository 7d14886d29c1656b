/** What a section is taken out of the hub for. */
export const exportPurposes = ['working', 'passing_on', 'proceedings'] as const
export type ExportPurpose = (typeof exportPurposes)[number]

/** Purposes that an originator can be asked about; nothing else can be barred, or nobody could free it. */
export const consentPurposes = ['passing_on', 'proceedings'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]
