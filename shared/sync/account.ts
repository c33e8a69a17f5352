/** Headers that go with signing up and signing in. */
export const ACCOUNT_HEADERS = {
  /** The invitation, where the server takes new accounts by invitation only. */
  signUpCode: 'x-signup-code',
  /** What the person calls this device, percent-encoded UTF-8. Shown in the list of devices. */
  deviceName: 'x-device-name',
} as const

/** Most characters of a device's name. */
export const DEVICE_NAME_LENGTH = 60

/**
 * What the field `code` of an answer says where its status alone does not. Answers of better-auth's own carry its codes, such
 * as `INVALID_EMAIL_OR_PASSWORD` (401) and `INVALID_PASSWORD` (400, at a change of password).
 */
export const PROBLEM_CODES = {
  /** 403 at sign-up: this server takes no new accounts. */
  signUpClosed: 'SIGN_UP_CLOSED',
  /** 403 at sign-up: an invitation is needed, and what came is none. */
  signUpCode: 'SIGN_UP_CODE',
  /** 401: no session, or it is over. */
  signedOut: 'SIGNED_OUT',
  /** 403: the request comes from another site. */
  otherOrigin: 'OTHER_ORIGIN',
  /** 403 at the deletion of an account: that is not its password. */
  wrongPassword: 'WRONG_PASSWORD',
  /** 409: no room for another keyslot. */
  keyslotsFull: 'KEYSLOTS_FULL',
} as const
