import type { SectionId } from '@lianban/kernel'
import { pgTable, text, uuid } from 'drizzle-orm/pg-core'

/** What officers read of it; the program writes it by functions of the database. */
export const sectionTexts = pgTable('section_texts', {
  sectionId: uuid('section_id').$type<SectionId>().primaryKey(),
  text: text('text').notNull(),
})
