-- One of everything that SQLite 3.40 can hold.
CREATE TABLE author (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- counted
    "Full Name" VARCHAR(80) NOT NULL ON CONFLICT ROLLBACK DEFAULT 'no one''s' COLLATE NOCASE,
    born DATE DEFAULT CURRENT_DATE, n INT DEFAULT -1, t TEXT DEFAULT 5, e DEFAULT (1 + 1), b BLOB DEFAULT x'00ff',
    typeless, [odd column] anything goes(3, 4),
    up TEXT GENERATED ALWAYS AS (upper("Full Name")) STORED, low AS (lower("Full Name")),
    CONSTRAINT "named check" CHECK (length("Full Name") > 1), CHECK (n <> ')'), CHECK (born > '1800')
);
CREATE TABLE book (
    author_id INTEGER CONSTRAINT written_by REFERENCES author ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
    title TEXT CONSTRAINT titled NOT NULL CONSTRAINT once UNIQUE ON CONFLICT REPLACE,
    isbn TEXT COLLATE RTRIM, price NUMERIC(10,2) CHECK (price > 0),
    CONSTRAINT pk PRIMARY KEY (title DESC, isbn COLLATE NOCASE), UNIQUE (isbn, price),
    FOREIGN KEY (author_id) REFERENCES author (id) MATCH FULL NOT DEFERRABLE
) WITHOUT ROWID;
CREATE TABLE strict_one (a INTEGER PRIMARY KEY DESC, b ANY, c TEXT) STRICT;
CREATE TABLE circle_a (id INTEGER PRIMARY KEY, b REFERENCES circle_b);
CREATE TABLE circle_b (id INTEGER PRIMARY KEY, a REFERENCES circle_a, self REFERENCES circle_b);
CREATE TABLE "Odd ""Table" ("select" int, 'quoted' text, `back``tick` text, Ü text);
CREATE TABLE copied AS SELECT id, "Full Name" AS name FROM author;
CREATE UNIQUE INDEX "Odd Index" ON book (lower(title) DESC, isbn COLLATE NOCASE) WHERE price IS NOT NULL AND title <> 'WHERE';
CREATE INDEX plain ON author (born, n DESC);
CREATE VIEW a_view AS SELECT a.id, title AS "Book; Title" FROM author a JOIN book b ON b.author_id = a.id;
CREATE VIEW named (one, "two 2") AS SELECT 1, 'x';
CREATE TRIGGER touched AFTER UPDATE OF title ON book WHEN new.title <> old.title BEGIN
    UPDATE author SET n = CASE WHEN n > 1 THEN 0 ELSE n + 1 END WHERE id = new.author_id; -- ; END
    SELECT 1;
END;
CREATE TRIGGER into_view INSTEAD OF INSERT ON a_view BEGIN DELETE FROM book; END;
CREATE VIRTUAL TABLE search USING fts5(title, content='');
