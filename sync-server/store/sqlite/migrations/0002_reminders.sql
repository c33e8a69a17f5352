-- STRICT and WITHOUT ROWID, which the generator does not know.
CREATE TABLE `job_runs` (
	`name` text PRIMARY KEY NOT NULL,
	`slot` integer NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `push_devices` (
	`session` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`endpoint` text NOT NULL,
	`p256dh` text NOT NULL,
	`auth` text NOT NULL,
	`zone` text NOT NULL,
	`quiet_from` integer,
	`quiet_until` integer,
	`failing_since` integer,
	FOREIGN KEY (`session`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `push_devices_account` ON `push_devices` (`account`);--> statement-breakpoint
CREATE INDEX `push_devices_endpoint` ON `push_devices` (`endpoint`);--> statement-breakpoint
CREATE INDEX `push_devices_failing` ON `push_devices` (`failing_since`);--> statement-breakpoint
CREATE TABLE `push_reminders` (
	`session` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`weekday` integer,
	`planned_for` integer,
	`due_at` integer,
	`attempts` integer NOT NULL,
	PRIMARY KEY(`session`, `kind`),
	FOREIGN KEY (`session`) REFERENCES `push_devices`(`session`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `push_reminders_due` ON `push_reminders` (`due_at`);
