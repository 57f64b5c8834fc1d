-- What MariaDB keeps of keys, partitions and routines that stands in no catalogue, or in the other syntax.
CREATE TABLE ranges (id int, s date, e date, PERIOD FOR valid (s, e), PRIMARY KEY (id, valid WITHOUT OVERLAPS), UNIQUE KEY once (id, valid WITHOUT OVERLAPS));
CREATE TABLE told (id int, s datetime(6), e datetime(6), x varchar(5), PERIOD FOR `a ``p` (s, e), UNIQUE `a key` (x, `a ``p` WITHOUT OVERLAPS));
CREATE TABLE noted (a int, b int, KEY k1 (a) IGNORED, UNIQUE KEY k2 (a, b) COMMENT 'unique', PRIMARY KEY (b) COMMENT 'the it''s one');
CREATE TABLE spread (id int, d datetime NOT NULL, c varchar(10)) PARTITION BY RANGE COLUMNS (d, c) (PARTITION a VALUES LESS THAN ('2020-01-01', 'm'), PARTITION b VALUES LESS THAN (MAXVALUE, MAXVALUE) MAX_ROWS = 3);
CREATE TABLE listed (id int) PARTITION BY LIST (id % 3) (PARTITION p0 VALUES IN (0, NULL), PARTITION p1 VALUES IN (1), PARTITION other DEFAULT);
CREATE TABLE part_a (a int) ENGINE=MyISAM;
CREATE TABLE an_earlier_whole (a int) ENGINE=MRG_MyISAM UNION=(part_a) INSERT_METHOD=LAST;
DELIMITER $$
CREATE AGGREGATE FUNCTION total(x int) RETURNS int BEGIN DECLARE s int DEFAULT 0; DECLARE CONTINUE HANDLER FOR NOT FOUND RETURN s; LOOP FETCH GROUP NEXT ROW; SET s = s + x; END LOOP; END$$
SET sql_mode = ORACLE$$
CREATE PROCEDURE twice(a IN VARCHAR2, b OUT NUMBER) AS c INT := 1; BEGIN b := c * 2; END;$$
CREATE FUNCTION once(a INT) RETURN INT IS BEGIN RETURN a; END;$$
CREATE PACKAGE tools AS FUNCTION f RETURN INT; END;$$
CREATE PACKAGE BODY tools AS FUNCTION f RETURN INT AS BEGIN RETURN 1; END; END;$$
SET sql_mode = DEFAULT$$
DELIMITER ;
