const id = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/

/** The id in what somebody pasted: the id itself, or the address of the record's page. */
export const recordIdIn = (text: string): string => id.exec(text.trim().toLowerCase())?.[0] ?? ''

export const isRecordId = (text: string): boolean => recordIdIn(text) !== ''
