-- Null in votes that were cast before: they count as they did.
ALTER TABLE "review" ADD COLUMN "seen" jsonb;
