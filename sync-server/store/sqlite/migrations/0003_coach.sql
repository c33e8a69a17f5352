-- STRICT and WITHOUT ROWID, which the generator does not know; pieces are large, and lie better in the order of their writing.
CREATE TABLE `coach_accounts` (
	`account` text PRIMARY KEY NOT NULL,
	`agent` text,
	`lease_turn` text,
	`lease_owner` text,
	`lease_until` integer NOT NULL,
	FOREIGN KEY (`account`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `coach_pieces` (
	`account` text NOT NULL,
	`turn_id` text NOT NULL,
	`n` integer NOT NULL,
	`sealed` blob NOT NULL,
	PRIMARY KEY(`account`, `turn_id`, `n`),
	FOREIGN KEY (`account`,`turn_id`) REFERENCES `coach_turns`(`account`,`turn_id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `coach_server_usage` (
	`day` integer PRIMARY KEY NOT NULL,
	`tokens` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `coach_turns` (
	`account` text NOT NULL,
	`turn_id` text NOT NULL,
	`state` text NOT NULL,
	`request` blob NOT NULL,
	`proof` blob NOT NULL,
	`otid` text NOT NULL,
	`run_id` text,
	`cursor` integer,
	`day` integer NOT NULL,
	`reserved` integer NOT NULL,
	`cancelled` integer NOT NULL,
	`started_at` integer NOT NULL,
	PRIMARY KEY(`account`, `turn_id`),
	FOREIGN KEY (`account`) REFERENCES `coach_accounts`(`account`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `coach_turns_started` ON `coach_turns` (`started_at`);--> statement-breakpoint
CREATE TABLE `coach_usage` (
	`account` text NOT NULL,
	`day` integer NOT NULL,
	`turns` integer NOT NULL,
	`tokens` integer NOT NULL,
	PRIMARY KEY(`account`, `day`),
	FOREIGN KEY (`account`) REFERENCES `coach_accounts`(`account`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;
