CREATE TABLE "job_runs" (
	"name" text PRIMARY KEY NOT NULL,
	"slot" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "push_devices" (
	"session" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"endpoint" text NOT NULL,
	"p256dh" text NOT NULL,
	"auth" text NOT NULL,
	"zone" text NOT NULL,
	"quiet_from" integer,
	"quiet_until" integer,
	"failing_since" bigint
);
--> statement-breakpoint
CREATE TABLE "push_reminders" (
	"session" text NOT NULL,
	"kind" text NOT NULL,
	"at" integer NOT NULL,
	"weekday" integer,
	"planned_for" bigint,
	"due_at" bigint,
	"attempts" integer NOT NULL,
	CONSTRAINT "push_reminders_session_kind_pk" PRIMARY KEY("session","kind")
);
--> statement-breakpoint
ALTER TABLE "push_devices" ADD CONSTRAINT "push_devices_session_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_devices" ADD CONSTRAINT "push_devices_account_user_id_fk" FOREIGN KEY ("account") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_reminders" ADD CONSTRAINT "push_reminders_session_push_devices_session_fk" FOREIGN KEY ("session") REFERENCES "public"."push_devices"("session") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "push_devices_account" ON "push_devices" USING btree ("account");--> statement-breakpoint
CREATE INDEX "push_devices_endpoint" ON "push_devices" USING btree ("endpoint");--> statement-breakpoint
CREATE INDEX "push_devices_failing" ON "push_devices" USING btree ("failing_since");--> statement-breakpoint
CREATE INDEX "push_reminders_due" ON "push_reminders" USING btree ("due_at");
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "push_devices", "push_reminders", "job_runs" TO ownit_app;
--> statement-breakpoint
-- A request sees the devices of the account that it has named. What runs by the clock names itself instead, and sees all.
ALTER TABLE "push_devices" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "push_devices" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "own_account" ON "push_devices" USING ("account" = current_setting('ownit.account', true));
--> statement-breakpoint
CREATE POLICY "by_the_clock" ON "push_devices" USING (current_setting('ownit.job', true) = 'on');
--> statement-breakpoint
ALTER TABLE "push_reminders" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "push_reminders" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "own_account" ON "push_reminders" USING (EXISTS (
  SELECT FROM "push_devices" WHERE "push_devices"."session" = "push_reminders"."session"
  AND "push_devices"."account" = current_setting('ownit.account', true)));
--> statement-breakpoint
CREATE POLICY "by_the_clock" ON "push_reminders" USING (current_setting('ownit.job', true) = 'on');
--> statement-breakpoint
-- Runs as its owner, because the role of requests has no right on the trail; and takes no argument, so that nobody can make it
-- forget more than what is old.
CREATE FUNCTION ownit_forget_audit() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH forgotten AS (DELETE FROM public.audit WHERE at < now() - interval '1 year' RETURNING id)
  SELECT count(*) FROM forgotten
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION ownit_forget_audit() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION ownit_forget_audit() TO ownit_app;
