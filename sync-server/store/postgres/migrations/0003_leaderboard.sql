-- Handles are ordered by their bytes, whatever the database's own order is: every store gives the same one.
CREATE TABLE "leaderboard_friends" (
	"account" text NOT NULL,
	"friend" text NOT NULL,
	CONSTRAINT "leaderboard_friends_account_friend_pk" PRIMARY KEY("account","friend")
);
--> statement-breakpoint
CREATE TABLE "leaderboard_league_players" (
	"account" text NOT NULL,
	"league" text NOT NULL,
	CONSTRAINT "leaderboard_league_players_account_league_pk" PRIMARY KEY("account","league")
);
--> statement-breakpoint
CREATE TABLE "leaderboard_leagues" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "leaderboard_leagues_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "leaderboard_memberships" (
	"account" text NOT NULL,
	"board" text NOT NULL,
	CONSTRAINT "leaderboard_memberships_account_board_pk" PRIMARY KEY("account","board")
);
--> statement-breakpoint
CREATE TABLE "leaderboard_players" (
	"account" text PRIMARY KEY NOT NULL,
	"handle" text COLLATE "C" NOT NULL,
	"skeleton" text NOT NULL,
	CONSTRAINT "leaderboard_players_skeleton_unique" UNIQUE("skeleton"),
	CONSTRAINT "leaderboard_players_account_handle" UNIQUE("account","handle")
);
--> statement-breakpoint
CREATE TABLE "leaderboard_scores" (
	"account" text NOT NULL,
	"board" text NOT NULL,
	"period" text NOT NULL,
	"handle" text COLLATE "C" NOT NULL,
	"score" bigint NOT NULL,
	"bucket" bigint NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "leaderboard_scores_account_board_period_pk" PRIMARY KEY("account","board","period")
);
--> statement-breakpoint
CREATE TABLE "leaderboard_tallies" (
	"board" text NOT NULL,
	"period" text NOT NULL,
	"bucket" bigint NOT NULL,
	"players" integer NOT NULL,
	CONSTRAINT "leaderboard_tallies_board_period_bucket_pk" PRIMARY KEY("board","period","bucket")
);
--> statement-breakpoint
ALTER TABLE "leaderboard_friends" ADD CONSTRAINT "leaderboard_friends_account_leaderboard_players_account_fk" FOREIGN KEY ("account") REFERENCES "public"."leaderboard_players"("account") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaderboard_friends" ADD CONSTRAINT "leaderboard_friends_friend_leaderboard_players_account_fk" FOREIGN KEY ("friend") REFERENCES "public"."leaderboard_players"("account") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaderboard_league_players" ADD CONSTRAINT "leaderboard_league_players_account_leaderboard_players_account_fk" FOREIGN KEY ("account") REFERENCES "public"."leaderboard_players"("account") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaderboard_league_players" ADD CONSTRAINT "leaderboard_league_players_league_leaderboard_leagues_id_fk" FOREIGN KEY ("league") REFERENCES "public"."leaderboard_leagues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaderboard_memberships" ADD CONSTRAINT "leaderboard_memberships_account_leaderboard_players_account_fk" FOREIGN KEY ("account") REFERENCES "public"."leaderboard_players"("account") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaderboard_players" ADD CONSTRAINT "leaderboard_players_account_user_id_fk" FOREIGN KEY ("account") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaderboard_scores" ADD CONSTRAINT "leaderboard_scores_membership" FOREIGN KEY ("account","board") REFERENCES "public"."leaderboard_memberships"("account","board") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaderboard_scores" ADD CONSTRAINT "leaderboard_scores_player" FOREIGN KEY ("account","handle") REFERENCES "public"."leaderboard_players"("account","handle") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "leaderboard_friends_friend" ON "leaderboard_friends" USING btree ("friend");--> statement-breakpoint
CREATE INDEX "leaderboard_league_players_league" ON "leaderboard_league_players" USING btree ("league");--> statement-breakpoint
CREATE INDEX "leaderboard_scores_rank" ON "leaderboard_scores" USING btree ("board","period","score" DESC NULLS FIRST,"handle");--> statement-breakpoint
CREATE INDEX "leaderboard_scores_at" ON "leaderboard_scores" USING btree ("board","period","at");
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "leaderboard_players", "leaderboard_memberships", "leaderboard_scores", "leaderboard_tallies", "leaderboard_leagues", "leaderboard_league_players", "leaderboard_friends" TO ownit_app;
--> statement-breakpoint
-- As with sealed data a transaction writes the rows of the account that it has named, and of no other. What is shown to others
-- is read by whoever is named; without a name nothing is.
ALTER TABLE "leaderboard_players" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "leaderboard_players" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "own_account" ON "leaderboard_players" USING ("account" = current_setting('ownit.account', true));
--> statement-breakpoint
CREATE POLICY "shown" ON "leaderboard_players" FOR SELECT USING (current_setting('ownit.account', true) <> '');
--> statement-breakpoint
ALTER TABLE "leaderboard_memberships" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "leaderboard_memberships" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "own_account" ON "leaderboard_memberships" USING ("account" = current_setting('ownit.account', true));
--> statement-breakpoint
ALTER TABLE "leaderboard_scores" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "leaderboard_scores" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "own_account" ON "leaderboard_scores" USING ("account" = current_setting('ownit.account', true));
--> statement-breakpoint
CREATE POLICY "shown" ON "leaderboard_scores" FOR SELECT USING (current_setting('ownit.account', true) <> '');
--> statement-breakpoint
ALTER TABLE "leaderboard_league_players" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "leaderboard_league_players" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "own_account" ON "leaderboard_league_players" USING ("account" = current_setting('ownit.account', true));
--> statement-breakpoint
CREATE POLICY "shown" ON "leaderboard_league_players" FOR SELECT USING (current_setting('ownit.account', true) <> '');
--> statement-breakpoint
ALTER TABLE "leaderboard_friends" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "leaderboard_friends" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "own_account" ON "leaderboard_friends" USING ("account" = current_setting('ownit.account', true));
--> statement-breakpoint
CREATE POLICY "asked_for" ON "leaderboard_friends" FOR SELECT USING ("friend" = current_setting('ownit.account', true));
--> statement-breakpoint
-- Who has been asked for may take that away.
CREATE POLICY "refused" ON "leaderboard_friends" FOR DELETE USING ("friend" = current_setting('ownit.account', true));
--> statement-breakpoint
-- Of two buckets the lower one first, so that two who move at once wait for one another in turn.
CREATE FUNCTION ownit_leaderboard_tally() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  change record;
BEGIN
  FOR change IN
    SELECT list.board, list.period, list.bucket, list.players FROM (
      SELECT OLD.board AS board, OLD.period AS period, OLD.bucket AS bucket, -1 AS players WHERE TG_OP <> 'INSERT'
      UNION ALL
      SELECT NEW.board, NEW.period, NEW.bucket, 1 WHERE TG_OP <> 'DELETE'
    ) AS list ORDER BY list.bucket
  LOOP
    INSERT INTO public.leaderboard_tallies AS tally VALUES (change.board, change.period, change.bucket, change.players)
    ON CONFLICT (board, period, bucket) DO UPDATE SET players = tally.players + change.players;
  END LOOP;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "tally_added" AFTER INSERT ON "leaderboard_scores" FOR EACH ROW EXECUTE FUNCTION ownit_leaderboard_tally();
--> statement-breakpoint
CREATE TRIGGER "tally_moved" AFTER UPDATE OF "bucket" ON "leaderboard_scores" FOR EACH ROW
  WHEN (OLD."bucket" IS DISTINCT FROM NEW."bucket") EXECUTE FUNCTION ownit_leaderboard_tally();
--> statement-breakpoint
CREATE TRIGGER "tally_removed" AFTER DELETE ON "leaderboard_scores" FOR EACH ROW EXECUTE FUNCTION ownit_leaderboard_tally();
--> statement-breakpoint
-- The lock makes the last two who leave at once do so one after the other.
CREATE FUNCTION ownit_leaderboard_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM public.leaderboard_leagues WHERE id = OLD.league FOR UPDATE;
  DELETE FROM public.leaderboard_leagues WHERE id = OLD.league
  AND NOT EXISTS (SELECT FROM public.leaderboard_league_players WHERE league = OLD.league);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "league_left" AFTER DELETE ON "leaderboard_league_players" FOR EACH ROW EXECUTE FUNCTION ownit_leaderboard_left();
