-- What MySQL and MariaDB know, and little of it plain.
CREATE TABLE depot (
    id int unsigned NOT NULL AUTO_INCREMENT,
    code char(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    name varchar(80) COLLATE utf8mb4_unicode_ci NOT NULL COMMENT 'it''s "the" name\nof it',
    level tinyint(3) unsigned zerofill DEFAULT 007,
    factor decimal(9,3) unsigned DEFAULT -0.000, ratio float(7,2) DEFAULT NULL, exact double NOT NULL DEFAULT 1.5e3,
    flags set('a','b c','it''s') DEFAULT 'a', kind enum('', 'big', 'Größe', 'x''y') NOT NULL DEFAULT 'big',
    bits bit(5) DEFAULT b'10101', y year DEFAULT 2020, raw binary(4) DEFAULT '\0\0\0\0', blobs varbinary(20),
    made timestamp(6) NOT NULL DEFAULT current_timestamp(6) ON UPDATE current_timestamp(6),
    seen datetime DEFAULT current_timestamp ON UPDATE current_timestamp, at_time time(2) DEFAULT '-12:30:00.50', day date DEFAULT (curdate() + interval 1 day),
    doc json DEFAULT NULL, uid uuid DEFAULT uuid(), ip inet6,
    area double AS (exact * ratio) VIRTUAL, title varchar(100) COLLATE utf8mb4_unicode_ci GENERATED ALWAYS AS (concat(name, '-', notes)) STORED COMMENT 'made up',
    hidden int INVISIBLE DEFAULT 3,
    place point NOT NULL, shape geometry,
    notes mediumtext COLLATE utf8mb4_unicode_ci, body longtext CHARACTER SET latin1,
    PRIMARY KEY (id), UNIQUE KEY by_code (code), UNIQUE KEY part (name(10), level), KEY down (exact DESC, level), KEY many (name(20) DESC, code) COMMENT 'both; ways',
    SPATIAL KEY where_ (place), FULLTEXT KEY words (name, notes), KEY ignored (y) IGNORED, KEY spelt (level) USING BTREE, KEY sized (bits) KEY_BLOCK_SIZE=4,
    CONSTRAINT `positive; level` CHECK (level > 0 and name <> ');'), CONSTRAINT CHECK (exact < 1e9), CHECK (json_valid(doc) or doc is null)
) ENGINE=InnoDB AUTO_INCREMENT=42 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='where\'s what' ROW_FORMAT=DYNAMIC STATS_PERSISTENT=0;
CREATE TABLE shelf (
    depot int unsigned NOT NULL, no smallint NOT NULL, parent_depot int unsigned, parent_no smallint, size float unsigned,
    PRIMARY KEY (depot, no), KEY up (parent_depot, parent_no),
    CONSTRAINT to_depot FOREIGN KEY (depot) REFERENCES depot (id) ON DELETE CASCADE ON UPDATE NO ACTION,
    CONSTRAINT to_parent FOREIGN KEY (parent_depot, parent_no) REFERENCES shelf (depot, no) ON DELETE SET NULL
) DEFAULT CHARSET=latin1 ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8;
CREATE TABLE circle_a (id int PRIMARY KEY, b int);
CREATE TABLE circle_b (id int PRIMARY KEY, a int, FOREIGN KEY (a) REFERENCES circle_a (id));
ALTER TABLE circle_a ADD CONSTRAINT back FOREIGN KEY (b) REFERENCES circle_b (id);
CREATE TABLE quick (k varchar(20) PRIMARY KEY, v int, KEY by_v (v) USING BTREE) ENGINE=MEMORY;
CREATE TABLE old_style (id bigint NOT NULL AUTO_INCREMENT, g int NOT NULL, PRIMARY KEY (g, id)) ENGINE=MyISAM;
CREATE TABLE by_range (id int, y int NOT NULL, KEY (id)) PARTITION BY RANGE (y) (PARTITION p2019 VALUES LESS THAN (2020) COMMENT = 'old', PARTITION rest VALUES LESS THAN MAXVALUE);
CREATE TABLE by_columns (a int, b varchar(10)) PARTITION BY LIST COLUMNS (b) (PARTITION x VALUES IN ('a', 'it''s'), PARTITION y VALUES IN (NULL));
CREATE TABLE by_hash (id int PRIMARY KEY) PARTITION BY LINEAR HASH (id) PARTITIONS 3;
CREATE TABLE by_key (id int PRIMARY KEY, z int) PARTITION BY KEY (id) PARTITIONS 2;
CREATE TABLE by_both (id int, y int) PARTITION BY RANGE (y) SUBPARTITION BY HASH (id) SUBPARTITIONS 2 (PARTITION a VALUES LESS THAN (10), PARTITION b VALUES LESS THAN (20));
CREATE SEQUENCE tickets START WITH 100 MINVALUE 10 MAXVALUE 5000 INCREMENT BY 5 CACHE 20 CYCLE;
CREATE TABLE uses_it (n bigint DEFAULT nextval(tickets), m int);
CREATE VIEW plain AS SELECT d.id, d.name AS `The Name`, _latin1'x' AS letter FROM depot d WHERE d.level > 1;
CREATE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW checked AS SELECT id, level FROM depot WHERE level > 2 WITH LOCAL CHECK OPTION;
CREATE ALGORITHM=TEMPTABLE VIEW a_first AS SELECT count(*) AS n, max(letter) AS l FROM plain GROUP BY id WITH ROLLUP;
CREATE VIEW recursive_ AS WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT n FROM t;
DELIMITER //
CREATE TRIGGER before_shelf BEFORE INSERT ON shelf FOR EACH ROW BEGIN
  IF NEW.size < 0 THEN SET NEW.size = 0; END IF; -- never; below
END//
CREATE TRIGGER first_of_all BEFORE INSERT ON shelf FOR EACH ROW PRECEDES before_shelf SET NEW.size = coalesce(NEW.size, 1)//
CREATE PROCEDURE move_all(IN a int, OUT b varchar(20) CHARSET latin1, INOUT `c d` decimal(5,2)) MODIFIES SQL DATA SQL SECURITY INVOKER COMMENT 'it''s moved'
BEGIN DECLARE n int DEFAULT 0; WHILE n < a DO SET n = n + 1; END WHILE; SET b = 'x;y'; END//
CREATE FUNCTION area_of(w double, h double) RETURNS double DETERMINISTIC NO SQL RETURN w * h//
SET sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT'//
CREATE FUNCTION glued(a varchar(10), b varchar(10)) RETURNS varchar(30) CHARSET utf8mb4 READS SQL DATA RETURN a || '-' || b//
CREATE TRIGGER in_mode AFTER DELETE ON shelf FOR EACH ROW SET @last = 'a' || OLD.no//
SET sql_mode = DEFAULT//
CREATE EVENT nightly ON SCHEDULE EVERY '1:30' HOUR_MINUTE STARTS '2030-01-01 03:00:00' ENDS '2035-01-01 00:00:00' ON COMPLETION PRESERVE DISABLE COMMENT 'cleans; up'
DO BEGIN DELETE FROM shelf WHERE size = 0; END//
DELIMITER ;
