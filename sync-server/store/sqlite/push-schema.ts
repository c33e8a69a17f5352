import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { session, user } from './auth-schema.ts'

/** Devices that want to be woken. Times of the wall clock are minutes after midnight, instants ms since 1970 UTC. */
export const pushDevices = sqliteTable(
  'push_devices',
  {
    session: text('session')
      .primaryKey()
      .references(() => session.id, { onDelete: 'cascade' }),
    account: text('account')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    endpoint: text('endpoint').notNull(),
    p256dh: text('p256dh').notNull(),
    auth: text('auth').notNull(),
    zone: text('zone').notNull(),
    quietFrom: integer('quiet_from'),
    quietUntil: integer('quiet_until'),
    failingSince: integer('failing_since'),
  },
  (table) => [
    index('push_devices_account').on(table.account),
    index('push_devices_endpoint').on(table.endpoint),
    index('push_devices_failing').on(table.failingSince),
  ],
)

/** What they chose to be woken for. `due_at` is later than `planned_for` while it is lent, or tried again. */
export const pushReminders = sqliteTable(
  'push_reminders',
  {
    session: text('session')
      .notNull()
      .references(() => pushDevices.session, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    at: integer('at').notNull(),
    weekday: integer('weekday'),
    plannedFor: integer('planned_for'),
    dueAt: integer('due_at'),
    attempts: integer('attempts').notNull(),
  },
  (table) => [primaryKey({ columns: [table.session, table.kind] }), index('push_reminders_due').on(table.dueAt)],
)

/** Until which slot each job has done its work. */
export const jobRuns = sqliteTable('job_runs', {
  name: text('name').primaryKey(),
  slot: integer('slot').notNull(),
})
