-- STRICT and WITHOUT ROWID, which the generator does not know: rows lie in the order of their keys, and once. Triggers, which it
-- does not know either, run for what is deleted with its account, too.
CREATE TABLE `leaderboard_friends` (
	`account` text NOT NULL,
	`friend` text NOT NULL,
	PRIMARY KEY(`account`, `friend`),
	FOREIGN KEY (`account`) REFERENCES `leaderboard_players`(`account`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`friend`) REFERENCES `leaderboard_players`(`account`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `leaderboard_friends_friend` ON `leaderboard_friends` (`friend`);--> statement-breakpoint
CREATE TABLE `leaderboard_league_players` (
	`account` text NOT NULL,
	`league` text NOT NULL,
	PRIMARY KEY(`account`, `league`),
	FOREIGN KEY (`account`) REFERENCES `leaderboard_players`(`account`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`league`) REFERENCES `leaderboard_leagues`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `leaderboard_league_players_league` ON `leaderboard_league_players` (`league`);--> statement-breakpoint
CREATE TABLE `leaderboard_leagues` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`code` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `leaderboard_leagues_code_unique` ON `leaderboard_leagues` (`code`);--> statement-breakpoint
CREATE TABLE `leaderboard_memberships` (
	`account` text NOT NULL,
	`board` text NOT NULL,
	PRIMARY KEY(`account`, `board`),
	FOREIGN KEY (`account`) REFERENCES `leaderboard_players`(`account`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `leaderboard_players` (
	`account` text PRIMARY KEY NOT NULL,
	`handle` text NOT NULL,
	`skeleton` text NOT NULL,
	FOREIGN KEY (`account`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `leaderboard_players_skeleton_unique` ON `leaderboard_players` (`skeleton`);--> statement-breakpoint
CREATE UNIQUE INDEX `leaderboard_players_account_handle` ON `leaderboard_players` (`account`,`handle`);--> statement-breakpoint
CREATE TABLE `leaderboard_scores` (
	`account` text NOT NULL,
	`board` text NOT NULL,
	`period` text NOT NULL,
	`handle` text NOT NULL,
	`score` integer NOT NULL,
	`bucket` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`account`, `board`, `period`),
	FOREIGN KEY (`account`,`board`) REFERENCES `leaderboard_memberships`(`account`,`board`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account`,`handle`) REFERENCES `leaderboard_players`(`account`,`handle`) ON UPDATE cascade ON DELETE cascade
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `leaderboard_scores_rank` ON `leaderboard_scores` (`board`,`period`,"score" DESC,`handle`);--> statement-breakpoint
CREATE TABLE `leaderboard_tallies` (
	`board` text NOT NULL,
	`period` text NOT NULL,
	`bucket` integer NOT NULL,
	`players` integer NOT NULL,
	PRIMARY KEY(`board`, `period`, `bucket`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER `leaderboard_scores_added` AFTER INSERT ON `leaderboard_scores` BEGIN
	INSERT INTO `leaderboard_tallies` VALUES (NEW.`board`, NEW.`period`, NEW.`bucket`, 1)
	ON CONFLICT DO UPDATE SET `players` = `players` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `leaderboard_scores_moved` AFTER UPDATE OF `bucket` ON `leaderboard_scores` WHEN NEW.`bucket` <> OLD.`bucket` BEGIN
	UPDATE `leaderboard_tallies` SET `players` = `players` - 1
	WHERE `board` = OLD.`board` AND `period` = OLD.`period` AND `bucket` = OLD.`bucket`;
	INSERT INTO `leaderboard_tallies` VALUES (NEW.`board`, NEW.`period`, NEW.`bucket`, 1)
	ON CONFLICT DO UPDATE SET `players` = `players` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `leaderboard_scores_removed` AFTER DELETE ON `leaderboard_scores` BEGIN
	UPDATE `leaderboard_tallies` SET `players` = `players` - 1
	WHERE `board` = OLD.`board` AND `period` = OLD.`period` AND `bucket` = OLD.`bucket`;
END;
--> statement-breakpoint
CREATE TRIGGER `leaderboard_league_players_removed` AFTER DELETE ON `leaderboard_league_players` BEGIN
	DELETE FROM `leaderboard_leagues` WHERE `id` = OLD.`league`
	AND NOT EXISTS (SELECT 1 FROM `leaderboard_league_players` WHERE `league` = OLD.`league`);
END;
