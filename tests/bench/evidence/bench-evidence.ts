import type { Bench } from '../measurement.ts'
import { measureResuming } from './resuming.ts'
import { measureUploading } from './uploading.ts'

/** Files on their way in: how fast beside the digests and the disk, whom they hold up, and what a crash costs. */
export const benchEvidence: Bench = async (options) => [await measureUploading(options), await measureResuming(options)]
