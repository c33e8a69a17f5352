import { headerName } from './header-name.ts'
import { VENDORS, type Vendor } from './vendors.ts'

/** The known export that a header belongs to, or undefined. */
export function recogniseVendor(headers: readonly string[], fileName: string): Vendor | undefined {
  const names = new Set(headers.map((header) => headerName(header).name))
  return VENDORS.find(
    (vendor) =>
      vendor.needs.every((need) => names.has(headerName(need).name)) &&
      (vendor.file === undefined || vendor.file.test(fileName)),
  )
}
