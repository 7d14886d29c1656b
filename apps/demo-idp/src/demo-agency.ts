/** A post one may sign in as; never the name of a person. */
export type DemoOfficer = { readonly subject: string; readonly postZh: string; readonly postEn: string }

export type DemoAgency = {
  readonly slug: string
  readonly nameZh: string
  readonly nameEn: string
  readonly officers: readonly DemoOfficer[]
}
