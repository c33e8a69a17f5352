/** Where cards and invitations are taken in. */
export const COMMUNITY_PATH = '/community'

/** A link that opens this OwnIt; what lies behind its `#` goes to no server. */
export const linkTo = (fragment: string): string => `${location.origin}${COMMUNITY_PATH}${fragment}`
