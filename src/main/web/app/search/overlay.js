/** Opens the search over everything. */
export function openSearch() {}
