-- One of everything that PostgreSQL 12 and later can hold and Joinery keeps.
CREATE SCHEMA sales;
COMMENT ON SCHEMA sales IS 'it''s sales';
CREATE SCHEMA "Odd Schema";
CREATE EXTENSION IF NOT EXISTS citext;
CREATE TYPE mood AS ENUM ('sad', 'ok', 'it''s', 'größe');
COMMENT ON TYPE mood IS 'how one feels';
CREATE TYPE sales."State" AS ENUM ('new', 'done');
CREATE TYPE "Odd Type" AS ENUM ('a');
CREATE DOMAIN positive AS integer DEFAULT 1 NOT NULL CONSTRAINT above_zero CHECK (VALUE > 0) CHECK (VALUE < 1000000);
COMMENT ON DOMAIN positive IS 'more than nothing';
CREATE DOMAIN sales.code AS varchar(8) COLLATE "C";
CREATE TYPE address AS (street text COLLATE "C", number positive, "zip Code" char(5));
CREATE TYPE floatrange AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE SEQUENCE ticket AS integer START WITH 100 INCREMENT BY 5 MINVALUE 10 MAXVALUE 100000 CACHE 3 CYCLE;
COMMENT ON SEQUENCE ticket IS 'numbers to draw';
CREATE SEQUENCE down INCREMENT BY -1;

CREATE FUNCTION twice(i integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT AS 'SELECT i * 2';
CREATE FUNCTION twice(i text, n integer DEFAULT 2) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT repeat(i, n); -- ; $$;
COMMENT ON FUNCTION twice(text, integer) IS 'again';
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.note := 'it''s'; RETURN NEW; END; $$;
CREATE PROCEDURE nothing(INOUT i integer) LANGUAGE plpgsql AS $$ BEGIN i := i; END $$;
CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0', COMBINEFUNC = int4pl, PARALLEL = safe);

CREATE TABLE author (
    id integer GENERATED ALWAYS AS IDENTITY (START WITH 7 INCREMENT BY 3 CYCLE),
    "Full Name" varchar(80) NOT NULL DEFAULT 'no one''s',
    email citext UNIQUE,
    born date DEFAULT '1900-01-01',
    feels mood NOT NULL DEFAULT 'ok',
    moods mood[] DEFAULT '{sad,ok}',
    grid integer[][],
    home address,
    lucky positive,
    speeds floatrange,
    initials text GENERATED ALWAYS AS (upper(left("Full Name", 1))) STORED,
    doubled integer DEFAULT twice(21),
    drawn bigint DEFAULT nextval('ticket'),
    note text COLLATE "C",
    negative integer DEFAULT -1,
    negative_numeric numeric(5,2) DEFAULT -1.5,
    quoted_number integer DEFAULT '5',
    flag boolean DEFAULT true,
    made timestamp(3) with time zone DEFAULT now(),
    at_time time(0) without time zone,
    span interval day to second(3),
    bits bit(4) DEFAULT B'1010', more_bits bit varying(8),
    money_back money, one "char", fixed char, unlimited bpchar, xml xml, doc jsonb DEFAULT '{}', ip inet,
    PRIMARY KEY (id) INCLUDE ("Full Name"),
    CONSTRAINT "named check" CHECK (length("Full Name") > 1 AND note <> ')'),
    CHECK (born > '1800-01-01'::date) NO INHERIT
) WITH (autovacuum_enabled = false, fillfactor = 70, toast.autovacuum_enabled = false);
COMMENT ON TABLE author IS 'who writes';
COMMENT ON COLUMN author."Full Name" IS 'as on the cover';
COMMENT ON CONSTRAINT "named check" ON author IS 'no nicknames';
ALTER TABLE author ALTER COLUMN note SET STORAGE EXTERNAL, ALTER COLUMN note SET STATISTICS 500, ALTER COLUMN id SET (n_distinct = -0.5);
/*!14 ALTER TABLE author ALTER COLUMN doc SET COMPRESSION pglz; */

CREATE TABLE book (
    id bigserial PRIMARY KEY,
    small smallserial,
    author_id integer REFERENCES author ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
    title text NOT NULL,
    isbn varchar,
    state sales."State" DEFAULT 'new'::sales."State",
    UNIQUE (title, isbn) DEFERRABLE,
    price numeric, whole numeric(10), exact numeric(10, 3),
    during tsrange,
    EXCLUDE USING gist (during WITH &&) WHERE (price > 0)
);
ALTER SEQUENCE book_id_seq INCREMENT BY 2;
CREATE TABLE sales.sale (
    book_id bigint NOT NULL, author_id integer, sold positive, code sales.code, at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "Group" text, "order" text,
    PRIMARY KEY (book_id, at)
);
ALTER TABLE sales.sale ADD CONSTRAINT to_book FOREIGN KEY (book_id) REFERENCES book (id) MATCH FULL NOT VALID;
COMMENT ON CONSTRAINT to_book ON sales.sale IS 'what was sold';
CREATE TABLE circle_a (id int PRIMARY KEY, b int);
CREATE TABLE circle_b (id int PRIMARY KEY, a int REFERENCES circle_a);
ALTER TABLE circle_a ADD CONSTRAINT back FOREIGN KEY (b) REFERENCES circle_b;
CREATE TABLE selfish (id int PRIMARY KEY, parent int REFERENCES selfish ON DELETE CASCADE);
CREATE TABLE "Odd Schema"."Odd ""Table" ("a b" int, "Ü" text, "select" "Odd Type", sixtythree_bytes_long_name_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa int);
CREATE UNLOGGED TABLE fast (a int);
CREATE TABLE child (extra text) INHERITS (selfish);
CREATE TABLE legacy_serial (id integer NOT NULL);
CREATE SEQUENCE legacy_seq OWNED BY legacy_serial.id;
ALTER TABLE legacy_serial ALTER COLUMN id SET DEFAULT nextval('legacy_seq');
CREATE TABLE old_name (id serial PRIMARY KEY);
ALTER TABLE old_name RENAME TO renamed;

CREATE TABLE measure (at date NOT NULL, city int NOT NULL, value float4, wide float8, CHECK (value > 0)) PARTITION BY RANGE (at, (city + 1));
CREATE TABLE measure_old PARTITION OF measure FOR VALUES FROM (MINVALUE, MINVALUE) TO ('2020-01-01', 1);
CREATE TABLE measure_new PARTITION OF measure DEFAULT PARTITION BY LIST (city);
CREATE TABLE measure_new_1 PARTITION OF measure_new FOR VALUES IN (1, 2);
CREATE INDEX ON measure (value);

CREATE INDEX by_title ON book (lower(title) DESC NULLS LAST, isbn COLLATE "C" text_pattern_ops) WHERE price IS NOT NULL;
CREATE UNIQUE INDEX "Odd Index" ON book (title, (price + 1)) INCLUDE (isbn, state) WITH (fillfactor = 60);
CREATE INDEX docs ON author USING gin (doc jsonb_path_ops);
CREATE INDEX hashed ON author USING hash (email);
COMMENT ON INDEX hashed IS 'found fast';
CREATE INDEX brin_made ON author USING brin (made) WITH (pages_per_range = 4);
CREATE INDEX first_nulls ON author (born NULLS FIRST, made DESC);
CREATE INDEX in_sales ON sales.sale ("Group", "order");
ALTER TABLE author CLUSTER ON first_nulls;

CREATE VIEW a_view AS SELECT b.id, b.title, a."Full Name" AS who, twice(3) AS six FROM book b JOIN author a ON a.id = b.author_id;
COMMENT ON VIEW a_view IS 'books and who';
COMMENT ON COLUMN a_view.who IS 'the author';
CREATE VIEW a_first AS SELECT who FROM a_view WHERE who <> 'it''s';
CREATE VIEW checked WITH (security_barrier = true) AS SELECT id, title FROM book WHERE id > 1 WITH CASCADED CHECK OPTION;
CREATE MATERIALIZED VIEW m AS SELECT count(*) AS n, max(who) AS last FROM a_first;
CREATE UNIQUE INDEX m_n ON m (n);
COMMENT ON MATERIALIZED VIEW m IS 'counted';
CREATE MATERIALIZED VIEW empty WITH (fillfactor = 50) AS SELECT 1 AS one WITH NO DATA;
CREATE FUNCTION all_books() RETURNS SETOF book LANGUAGE sql STABLE AS 'SELECT * FROM book';
/*!14 CREATE FUNCTION atomic_count() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM a_view; END; */
CREATE VIEW from_function AS SELECT title FROM all_books();

CREATE TRIGGER touch_author BEFORE INSERT OR UPDATE OF note ON author FOR EACH ROW WHEN (NEW.note IS NULL) EXECUTE FUNCTION touch();
COMMENT ON TRIGGER touch_author ON author IS 'never empty';
CREATE CONSTRAINT TRIGGER late AFTER INSERT ON book DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE author DISABLE TRIGGER touch_author;
CREATE TRIGGER on_part AFTER INSERT ON measure FOR EACH ROW EXECUTE FUNCTION touch();
CREATE RULE no_delete AS ON DELETE TO book WHERE old.id = 1 DO INSTEAD NOTHING;
ALTER TABLE author ENABLE ROW LEVEL SECURITY;
ALTER TABLE book ENABLE ROW LEVEL SECURITY;
ALTER TABLE book FORCE ROW LEVEL SECURITY;
CREATE POLICY "see own" ON author AS RESTRICTIVE FOR UPDATE TO CURRENT_USER USING (lucky > 1) WITH CHECK (lucky > 2);
CREATE POLICY everybody ON book FOR SELECT USING (true);
CREATE STATISTICS related (dependencies, ndistinct) ON title, isbn FROM book;
ALTER TABLE book REPLICA IDENTITY FULL;
