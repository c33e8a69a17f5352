/** One precached build: the name of its cache and the URL paths of the files in it. */
export interface KeptBuild {
  readonly name: string
  readonly paths: ReadonlySet<string>
}

/**
 * The builds that can be deleted: not the current one, and run by no open page. `entries` are the entry scripts of the
 * open pages, undefined for a page that did not answer (asleep, perhaps): it may run any build, so then none is deleted.
 */
export function unusedBuilds(
  builds: readonly KeptBuild[],
  current: string,
  entries: readonly (string | undefined)[],
): string[] {
  const currentPaths = builds.find(({ name }) => name === current)?.paths
  if (currentPaths === undefined || entries.includes(undefined)) return []
  // The entry's name carries a hash over all it leads to: with the same entry, every chunk is the same.
  const elsewhere = entries.filter((entry) => entry !== undefined && !currentPaths.has(entry))
  return builds
    .filter(
      ({ name, paths }) => name !== current && !elsewhere.some((entry) => entry !== undefined && paths.has(entry)),
    )
    .map(({ name }) => name)
}
