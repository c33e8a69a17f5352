-- The function writes as its owner, because the role of requests has no right on the table. It is given the event and the
-- name of the column that holds the account.
CREATE FUNCTION ownit_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  changed jsonb := to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END);
BEGIN
  INSERT INTO public.audit (event, account) VALUES (TG_ARGV[0], changed ->> TG_ARGV[1]);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "audit_created" AFTER INSERT ON "user" FOR EACH ROW EXECUTE FUNCTION ownit_audit('account created', 'id');
--> statement-breakpoint
CREATE TRIGGER "audit_deleted" AFTER DELETE ON "user" FOR EACH ROW EXECUTE FUNCTION ownit_audit('account deleted', 'id');
--> statement-breakpoint
CREATE TRIGGER "audit_password" AFTER UPDATE OF "password" ON "account" FOR EACH ROW
  WHEN (OLD."password" IS DISTINCT FROM NEW."password") EXECUTE FUNCTION ownit_audit('password changed', 'user_id');
--> statement-breakpoint
CREATE TRIGGER "audit_created" AFTER INSERT ON "session" FOR EACH ROW EXECUTE FUNCTION ownit_audit('device signed in', 'user_id');
--> statement-breakpoint
CREATE TRIGGER "audit_deleted" AFTER DELETE ON "session" FOR EACH ROW EXECUTE FUNCTION ownit_audit('device signed out', 'user_id');
--> statement-breakpoint
CREATE TRIGGER "audit_created" AFTER INSERT ON "keyslots" FOR EACH ROW EXECUTE FUNCTION ownit_audit('keyslot created', 'account');
--> statement-breakpoint
CREATE TRIGGER "audit_replaced" AFTER UPDATE ON "keyslots" FOR EACH ROW EXECUTE FUNCTION ownit_audit('keyslot replaced', 'account');
--> statement-breakpoint
CREATE TRIGGER "audit_deleted" AFTER DELETE ON "keyslots" FOR EACH ROW EXECUTE FUNCTION ownit_audit('keyslot deleted', 'account');
