-- What SQLite lets one leave to chance: an order that is spelt out, constraints without a subject, comments between words.
CREATE TABLE note (a TEXT, b INTEGER PRIMARY KEY AUTOINCREMENT, c TEXT UNIQUE ON CONFLICT IGNORE NOT NULL ON CONFLICT ABORT DEFAULT (hex(randomblob(4))) COLLATE nocase, d DATETIME DEFAULT (strftime('%s','now')),
    e "VARCHAR (20)", f INT8 DEFAULT +5, g DEFAULT -9223372036854775808, h DEFAULT 'a''b', i DEFAULT "a""b", k DEFAULT CURRENT_TIME, m BLOB DEFAULT X'', n DEFAULT nul);
CREATE TABLE lonely (a INT CONSTRAINT first, b INT CONSTRAINT c1 CONSTRAINT c2 CHECK (b), CONSTRAINT x1 CHECK (a) CONSTRAINT x2 UNIQUE (a));
CREATE TABLE commented /* c1 */ ( -- c2 , )
 a /* in , type */ INT /* ) */ DEFAULT /* x */ 3, -- trailing
 b VARCHAR(255) -- 'quote
 , c, /* last */ CONSTRAINT /* n */ "the (pk)" PRIMARY KEY (a /* z */ , b) -- end
) /* tail */ ;
CREATE TABLE rowid_twins (rowid INT, oid TEXT, _rowid_ INT);
CREATE TABLE twice (a INTEGER PRIMARY KEY DESC, b INT, UNIQUE (b), UNIQUE (a, b));
CREATE INDEX spelt ON note (a COLLATE NOCASE ASC, c DESC, d ASC, lower(c) ASC) WHERE a IS NOT NULL;
CREATE UNIQUE INDEX ascending ON twice (b ASC);
CREATE VIEW later AS SELECT * FROM earlier;
CREATE VIEW earlier AS SELECT a -> '$.x' AS x, a IS DISTINCT FROM c AS y FROM note;
CREATE TRIGGER shows INSTEAD OF DELETE ON earlier BEGIN DELETE FROM note WHERE c = OLD.x || 'end;'; END;
