CREATE TABLE "coach_accounts" (
	"account" text PRIMARY KEY NOT NULL,
	"agent" text,
	"lease_turn" text,
	"lease_owner" text,
	"lease_until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coach_pieces" (
	"account" text NOT NULL,
	"turn_id" text NOT NULL,
	"n" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "coach_pieces_account_turn_id_n_pk" PRIMARY KEY("account","turn_id","n")
);
--> statement-breakpoint
CREATE TABLE "coach_server_usage" (
	"day" integer PRIMARY KEY NOT NULL,
	"tokens" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coach_turns" (
	"account" text NOT NULL,
	"turn_id" text NOT NULL,
	"state" text NOT NULL,
	"request" "bytea" NOT NULL,
	"proof" "bytea" NOT NULL,
	"otid" text NOT NULL,
	"run_id" text,
	"cursor" bigint,
	"day" integer NOT NULL,
	"reserved" bigint NOT NULL,
	"cancelled" integer NOT NULL,
	"started_at" bigint NOT NULL,
	CONSTRAINT "coach_turns_account_turn_id_pk" PRIMARY KEY("account","turn_id")
);
--> statement-breakpoint
CREATE TABLE "coach_usage" (
	"account" text NOT NULL,
	"day" integer NOT NULL,
	"turns" integer NOT NULL,
	"tokens" bigint NOT NULL,
	CONSTRAINT "coach_usage_account_day_pk" PRIMARY KEY("account","day")
);
--> statement-breakpoint
ALTER TABLE "coach_accounts" ADD CONSTRAINT "coach_accounts_account_user_id_fk" FOREIGN KEY ("account") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coach_pieces" ADD CONSTRAINT "coach_pieces_turn" FOREIGN KEY ("account","turn_id") REFERENCES "public"."coach_turns"("account","turn_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coach_turns" ADD CONSTRAINT "coach_turns_account_coach_accounts_account_fk" FOREIGN KEY ("account") REFERENCES "public"."coach_accounts"("account") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coach_usage" ADD CONSTRAINT "coach_usage_account_coach_accounts_account_fk" FOREIGN KEY ("account") REFERENCES "public"."coach_accounts"("account") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "coach_turns_started" ON "coach_turns" USING btree ("started_at");
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "coach_accounts", "coach_turns", "coach_pieces", "coach_usage", "coach_server_usage" TO ownit_app;
--> statement-breakpoint
-- A request sees the turns of the account that it has named. What runs by the clock names itself instead, to remove what is old.
-- What all accounts use together is a number a day, and hides nobody's.
ALTER TABLE "coach_accounts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "coach_accounts" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "own_account" ON "coach_accounts" USING ("account" = current_setting('ownit.account', true));
--> statement-breakpoint
ALTER TABLE "coach_turns" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "coach_turns" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "own_account" ON "coach_turns" USING ("account" = current_setting('ownit.account', true));
--> statement-breakpoint
ALTER TABLE "coach_pieces" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "coach_pieces" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "own_account" ON "coach_pieces" USING ("account" = current_setting('ownit.account', true));
--> statement-breakpoint
ALTER TABLE "coach_usage" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "coach_usage" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "own_account" ON "coach_usage" USING ("account" = current_setting('ownit.account', true));
--> statement-breakpoint
CREATE POLICY "by_the_clock" ON "coach_turns" USING (current_setting('ownit.job', true) = 'on');
--> statement-breakpoint
CREATE POLICY "by_the_clock" ON "coach_pieces" USING (current_setting('ownit.job', true) = 'on');
--> statement-breakpoint
CREATE POLICY "by_the_clock" ON "coach_usage" USING (current_setting('ownit.job', true) = 'on');
