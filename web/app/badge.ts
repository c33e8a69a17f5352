/**
 * The number on the installed app's icon: what is due today. 0 takes it away. Browsers without badges do nothing;
 * a refusal (the app is not installed) is no trouble to the person, so it ends here.
 */
export async function showBadge(due: number): Promise<'shown' | 'unsupported' | 'refused'> {
  if (!('setAppBadge' in navigator)) return 'unsupported'
  try {
    await (due === 0 ? navigator.clearAppBadge() : navigator.setAppBadge(due))
    return 'shown'
  } catch (error) {
    if (error instanceof DOMException) return 'refused'
    throw error
  }
}
