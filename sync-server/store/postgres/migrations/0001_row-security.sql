-- The role that requests run as: it owns nothing and is bound by every policy. Roles belong to the whole cluster, so another
-- database may have made it already, or be making it now.
DO $$
BEGIN
  -- Where somebody else has made it, the owner of the tables needs no right to make roles.
  IF to_regrole('ownit_app') IS NULL THEN
    CREATE ROLE ownit_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
--> statement-breakpoint
-- Whoever migrates may take the role. A server that signs in as someone else needs the same: GRANT ownit_app TO its_login.
DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'ownit_app', 'USAGE') THEN
    EXECUTE format('GRANT ownit_app TO %I', current_user);
  END IF;
END
$$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "user", "session", "account", "verification", "account_state", "documents", "keyslots" TO ownit_app;
--> statement-breakpoint
GRANT SELECT ON "server_meta" TO ownit_app;
--> statement-breakpoint
-- A transaction sees the account that it has named, and without a name none. FORCE holds the owner of the tables to it too.
ALTER TABLE "account_state" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "account_state" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "own_account" ON "account_state" USING ("account" = current_setting('ownit.account', true));
--> statement-breakpoint
ALTER TABLE "documents" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "documents" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "own_account" ON "documents" USING ("account" = current_setting('ownit.account', true));
--> statement-breakpoint
ALTER TABLE "keyslots" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "keyslots" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "own_account" ON "keyslots" USING ("account" = current_setting('ownit.account', true));
--> statement-breakpoint
-- What is sealed cannot be compressed: do not try at each write.
ALTER TABLE "documents" ALTER COLUMN "envelope" SET STORAGE EXTERNAL;
