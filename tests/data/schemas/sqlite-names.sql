-- Quotes of every style, and names that need them.
CREATE TABLE "select" ([order] INTEGER PRIMARY KEY, `group` TEXT DEFAULT 'it''s', "with ""quote""" INT, 'single' TEXT, [br acket] VARCHAR(10), `back``tick` INT, "a.b" INT,
    Größe INT, "Ж 表 😀" TEXT, "semi;--" TEXT, "100%" NUMERIC, CONSTRAINT "check;--" CHECK ([br acket] <> ';' AND "100%" > 0), UNIQUE (`group`, "a.b"));
CREATE TABLE [Größe Ж 表] ("Key" INTEGER PRIMARY KEY, ref REFERENCES "select" ([order]) ON DELETE CASCADE, "Select" INT GENERATED ALWAYS AS ("Key" + [ref]) VIRTUAL);
CREATE TABLE "a.b" ("c.d" "double quoted", `e f` [bracket type], "CAPS" INT);
CREATE TABLE MixedCase (Id INTEGER, iD2 TEXT, "table" TEXT, PRIMARY KEY (Id, iD2)) WITHOUT ROWID;
CREATE INDEX [Index; of it] ON "select" ([br acket] DESC, "Ж 表 😀" COLLATE NOCASE) WHERE `back``tick` > 1;
CREATE UNIQUE INDEX `Größe` ON [Größe Ж 表] ("Select");
CREATE VIEW [View "of" it] AS SELECT [order] AS "Id Ж", "with ""quote""" AS [select], "a.b" AS `x.y` FROM "select" AS "T T" WHERE "T T"."100%" > 1;
CREATE VIEW "after" AS SELECT [x.y] FROM [View "of" it];
CREATE TRIGGER "Trigger; x" AFTER UPDATE OF "a.b", [br acket] ON "select" BEGIN UPDATE "a.b" SET `e f` = NEW."semi;--" || ';end;'; END;
