-- What SQLite knows: typing by will, tables without a rowid, conflict clauses, virtual tables, triggers on views.
CREATE TABLE room (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'hall' COLLATE NOCASE, floor INT CHECK (floor BETWEEN -2 AND 9) /* cellar; too */);
CREATE TABLE piece ( -- what is shown
    id INTEGER CONSTRAINT piece_key PRIMARY KEY DESC ON CONFLICT FAIL,
    title NVARCHAR ( 160 ) CONSTRAINT titled NOT NULL,
    room INTEGER CONSTRAINT in_room REFERENCES room (id) ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
    year UNSIGNED BIG INT DEFAULT -1, price DECIMAL(10,2) DEFAULT 1e3, weight DOUBLE PRECISION DEFAULT .5, anything, "odd type" "my type (x, y)", raw BLOB DEFAULT x'00ff',
    made TEXT DEFAULT CURRENT_TIMESTAMP, lent DEFAULT (date('now', '+1 day')), flag BOOLEAN DEFAULT TRUE, empty DEFAULT NULL, quoted TEXT DEFAULT "double", minus DEFAULT (-(1)),
    full TEXT GENERATED ALWAYS AS (title || ' (' || year || ')') STORED, short AS (substr(title, 1, 3)), v INT AS (year + 1) VIRTUAL NOT NULL,
    CONSTRAINT "one title; a year" UNIQUE (title COLLATE RTRIM, year) ON CONFLICT IGNORE,
    UNIQUE (room, made), CONSTRAINT dear CHECK (price > 0 AND title <> ');'), CHECK (weight < 1000)
);
CREATE TABLE loan (piece INTEGER NOT NULL, museum TEXT NOT NULL COLLATE BINARY, since ANY, days INT, PRIMARY KEY (museum COLLATE NOCASE, piece DESC),
    FOREIGN KEY (piece) REFERENCES piece ON DELETE CASCADE MATCH FULL) WITHOUT ROWID, STRICT;
CREATE TABLE strict_one (a INTEGER PRIMARY KEY, b TEXT, c REAL, d BLOB, e ANY, f INT) STRICT;
CREATE TABLE circle_a (id INTEGER PRIMARY KEY, b REFERENCES circle_b (id));
CREATE TABLE circle_b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES circle_a DEFERRABLE, self REFERENCES circle_b);
CREATE TABLE later (z REFERENCES piece (id) NOT DEFERRABLE);
CREATE TABLE pair (a INT, b INT, PRIMARY KEY (a, b) ON CONFLICT ROLLBACK);
CREATE UNIQUE INDEX by_title ON piece (title COLLATE NOCASE DESC, lower(made), year + 1) WHERE price > 10 AND title IS NOT NULL;
CREATE INDEX "by room" ON piece(room) /* all */;
CREATE INDEX by_expression ON piece (substr(title, 1, 2), (year % 10) DESC);
CREATE VIRTUAL TABLE words USING fts5(title, body, tokenize = 'porter ascii', content='');
CREATE VIRTUAL TABLE spots USING rtree(id, x0, x1, y0, y1, +label TEXT);
CREATE VIEW dear (id, "What; it is") AS SELECT id, title FROM piece WHERE price > 1000 ORDER BY price DESC;
CREATE VIEW rooms AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT r.name, n.i, count(*) OVER (PARTITION BY floor) AS c FROM room r, n;
CREATE TRIGGER on_dear INSTEAD OF UPDATE OF id ON dear WHEN NEW.id <> OLD.id BEGIN UPDATE piece SET id = NEW.id WHERE id = OLD.id; SELECT RAISE(ABORT, 'no; no') WHERE NEW.id < 0; END;
CREATE TRIGGER after_piece AFTER INSERT ON piece FOR EACH ROW BEGIN INSERT INTO words (title) VALUES (NEW.title); END;
CREATE TRIGGER before_loan BEFORE DELETE ON loan BEGIN SELECT CASE WHEN OLD.days > 1 THEN RAISE(FAIL, 'lent') END; END;
