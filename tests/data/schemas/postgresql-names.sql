-- Names that need care, everywhere that a name can stand.
CREATE SCHEMA "Group";
CREATE SCHEMA "select";
CREATE TYPE "Group"."Case" AS ENUM ('Select', 'with space', '''');
CREATE TYPE "user" AS ENUM ('a');
CREATE DOMAIN "Order By" AS integer CONSTRAINT "Is ""it""?" CHECK (VALUE <> 0);
CREATE TYPE "select"."From" AS ("to" text, "With Space" "Order By");
CREATE SEQUENCE "Group"."My Seq";
CREATE FUNCTION "select"."Fn Name"("In" integer, "table" text DEFAULT 'x') RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT "In" $$;
CREATE FUNCTION "Trigger Fn"() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;
CREATE TABLE "select"."Größe Ж 表 😀" (
    "id" integer PRIMARY KEY, "select" "Group"."Case" DEFAULT 'with space', "quote""d" "user", "it's" text DEFAULT 'it''s',
    "back\slash" text DEFAULT E'a\\b', "100%" numeric, "a.b" integer DEFAULT "select"."Fn Name"(1), "semi;--" text, "tab	s" text, "a$b" text,
    "UPPER" "Order By", " lead" integer CHECK (" lead" > 0), "trail " "select"."From",
    "x234567890123456789012345678901234567890123456789012345678901ü" integer,
    CONSTRAINT "Ünïque ""key""" UNIQUE ("a.b", "quote""d"),
    CONSTRAINT "Check; --it" CHECK ("100%" > 0 AND "it's" <> ');')
);
COMMENT ON TABLE "select"."Größe Ж 表 😀" IS E'quotes '' " \\ and\nlines; -- too';
COMMENT ON COLUMN "select"."Größe Ж 表 😀"."a.b" IS 'dotted';
CREATE TABLE "Group"."order" ("group" integer REFERENCES "select"."Größe Ж 表 😀" ("id") ON DELETE CASCADE, "desc" text, "Limit" serial,
    "from" integer, "to" integer, PRIMARY KEY ("Limit"), FOREIGN KEY ("from") REFERENCES "Group"."order" ("Limit"));
CREATE TABLE "table" ("column" integer, "Group" text, "public" integer, "public.x" text);
CREATE TABLE public."public" ("public" integer PRIMARY KEY, CHECK ("public"."public" > 1));
CREATE TABLE "a.b" ("c.d" integer);
CREATE INDEX "Index of ""it""" ON "Group"."order" ("desc" DESC, (lower("desc" || ' x')), "to") WHERE "from" > "to";
CREATE INDEX "x2345678901234567890123456789012345678901234567890123456789012x" ON "table" ("Group");
CREATE VIEW "Group"."View of it" AS SELECT "id" AS "Id", "it's" AS "select", "a.b" AS "x.y" FROM "select"."Größe Ж 表 😀" "T" WHERE "T"."100%" > 1;
CREATE VIEW "public view" AS SELECT p."public" FROM public."public" p;
CREATE MATERIALIZED VIEW "Mat View" AS SELECT "select", count(*) AS "count" FROM "Group"."View of it" GROUP BY 1;
CREATE INDEX "on mat" ON "Mat View" ("count" DESC);
CREATE TRIGGER "Trigger; x" BEFORE UPDATE OF "desc", "to" ON "Group"."order" FOR EACH ROW WHEN (NEW."desc" <> ';') EXECUTE FUNCTION "Trigger Fn"('a "b" ''c''');
CREATE RULE "Rule x" AS ON DELETE TO "table" DO INSTEAD NOTHING;
ALTER TABLE "Group"."order" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Policy; x" ON "Group"."order" USING ("to" > 0);
CREATE STATISTICS "Stats x" ON "from", "to" FROM "Group"."order";
CREATE TABLE "Parent T" ("Key" integer, "V" text) PARTITION BY RANGE ("Key");
CREATE TABLE "Group"."Part 1" PARTITION OF "Parent T" FOR VALUES FROM (1) TO (10);
CREATE TABLE "Child T" ("More" text) INHERITS ("Group"."order", "table");
CREATE TABLE "select"."Serial T" ("The Id" bigserial, "My" smallserial);
ALTER SEQUENCE "select"."Serial T_The Id_seq" RENAME TO "Renamed Seq";
