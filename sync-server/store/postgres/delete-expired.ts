import { connect } from './connect.ts'

/**
 * Removes sessions and verifications that are over, which nothing asks for any more; how many of each. A device that comes
 * back after its session has ended finds it gone either way, and signs in.
 */
export async function deleteExpired(
  url: string,
  now: Date,
): Promise<{ readonly sessions: number; readonly verifications: number }> {
  const sql = connect(url, 1)
  try {
    const sessions = await sql`DELETE FROM session WHERE expires_at < ${now}`
    const verifications = await sql`DELETE FROM verification WHERE expires_at < ${now}`
    return { sessions: sessions.count, verifications: verifications.count }
  } finally {
    await sql.end()
  }
}
