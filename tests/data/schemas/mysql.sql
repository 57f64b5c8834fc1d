-- One of everything that MariaDB 10.6 and later can hold and Joinery keeps.
CREATE TABLE author (
    id int unsigned NOT NULL AUTO_INCREMENT,
    `Full Name` varchar(80) NOT NULL DEFAULT 'no one''s \\ "x"' COMMENT 'as on the cover, it''s',
    email varchar(100) CHARACTER SET latin1 COLLATE latin1_german1_ci DEFAULT NULL,
    binary_text varchar(10) COLLATE utf8mb4_bin,
    feels enum('sad','ok','it''s','größe','a,b') NOT NULL DEFAULT 'ok',
    many set('x','y') DEFAULT 'x,y',
    flag tinyint(1) DEFAULT 1, tiny tinyint, tiny_u tinyint unsigned, small smallint, medium mediumint(5) unsigned zerofill,
    big bigint unsigned DEFAULT 18446744073709551615, exact decimal(20,5) DEFAULT -1.50000, plain decimal, f float, f73 float(7,3), d double,
    born date DEFAULT '1900-01-01', at_time time(3), made datetime(6) DEFAULT current_timestamp(6) ON UPDATE current_timestamp(6),
    stamp timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(), zero timestamp NULL, y year,
    bits bit(4) DEFAULT b'1010', fixed char(3), bin binary(4), varbin varbinary(16), t tinytext, m mediumtext, l longtext, txt text, bl blob, lb longblob,
    doc json, doc_checked json CHECK (json_length(doc_checked) > 0), place point,
    initials varchar(1) GENERATED ALWAYS AS (upper(left(`Full Name`, 1))) STORED,
    low varchar(80) GENERATED ALWAYS AS (lower(`Full Name`)) VIRTUAL,
    computed int DEFAULT (1 + 2), uid char(36) DEFAULT (uuid()),
    hidden int INVISIBLE,
    PRIMARY KEY (id),
    UNIQUE KEY `one per mail` (email, born),
    UNIQUE KEY prefixed (`Full Name`(10)),
    KEY plain_key (born, tiny) COMMENT 'found fast',
    KEY ignored_key (small) IGNORED,
    FULLTEXT KEY words (m, l),
    CONSTRAINT `named check` CHECK (tiny > 0 AND `Full Name` <> ')'),
    CHECK (born > '1800-01-01')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ROW_FORMAT=DYNAMIC COMMENT='who writes; it''s';
CREATE TABLE book (
    id bigint AUTO_INCREMENT PRIMARY KEY,
    author_id int unsigned,
    title varchar(200) NOT NULL,
    KEY (author_id),
    CONSTRAINT written_by FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB;
CREATE TABLE sale (
    book_id bigint, at datetime, author_id int unsigned, PRIMARY KEY (book_id, at),
    FOREIGN KEY (book_id) REFERENCES book (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
    FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE RESTRICT
) ENGINE=InnoDB;
CREATE TABLE circle_a (id int PRIMARY KEY, b int) ENGINE=InnoDB;
CREATE TABLE circle_b (id int PRIMARY KEY, a int, CONSTRAINT to_a FOREIGN KEY (a) REFERENCES circle_a (id), parent int, CONSTRAINT self FOREIGN KEY (parent) REFERENCES circle_b (id) ON DELETE CASCADE) ENGINE=InnoDB;
ALTER TABLE circle_a ADD CONSTRAINT to_b FOREIGN KEY (b) REFERENCES circle_b (id);
CREATE TABLE spatial_one (place geometry NOT NULL, SPATIAL KEY place_key (place)) ENGINE=MyISAM DEFAULT CHARSET=latin1;
CREATE TABLE in_memory (a int, b varchar(10), KEY by_hash (a), KEY by_tree (b) USING BTREE) ENGINE=MEMORY;
CREATE TABLE `Odd "Table` (`select` int, `back``tick` int, `a b` text, `Ü` int, PRIMARY KEY (`a b`(20), `select`)) ENGINE=InnoDB;
CREATE TABLE by_range (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) ENGINE=InnoDB
    PARTITION BY RANGE (year(d)) (PARTITION p_old VALUES LESS THAN (2000), PARTITION p_new VALUES LESS THAN (2020) COMMENT = 'it''s', PARTITION p_max VALUES LESS THAN MAXVALUE);
CREATE TABLE by_hash (id int NOT NULL PRIMARY KEY) ENGINE=InnoDB PARTITION BY HASH (id) PARTITIONS 3;
CREATE TABLE by_list (id int NOT NULL, c varchar(5) NOT NULL) ENGINE=InnoDB PARTITION BY LIST COLUMNS (c) (PARTITION a VALUES IN ('x','y'), PARTITION b VALUES IN ('z'));
CREATE VIEW a_view AS SELECT b.id, b.title AS `Book; Title`, a.`Full Name` AS who FROM book b JOIN author a ON a.id = b.author_id;
CREATE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW a_first AS SELECT who FROM a_view WHERE who <> 'it''s';
CREATE VIEW checked AS SELECT id, title FROM book WHERE id > 1 WITH CASCADED CHECK OPTION;
DELIMITER $$
CREATE FUNCTION twice(i int) RETURNS int DETERMINISTIC NO SQL SQL SECURITY INVOKER COMMENT 'two; times' RETURN i * 2$$
CREATE FUNCTION spell(t varchar(20) CHARSET utf8mb4, n decimal(5,2)) RETURNS varchar(40) CHARSET latin1 READS SQL DATA BEGIN DECLARE r varchar(40); SELECT concat(t, ';') INTO r; RETURN r; END$$
CREATE PROCEDURE fill(IN a int, OUT `odd out` varchar(10), INOUT c json) MODIFIES SQL DATA BEGIN SET `odd out` = 'x'; END$$
CREATE TRIGGER touch BEFORE UPDATE ON author FOR EACH ROW BEGIN IF NEW.tiny IS NULL THEN SET NEW.tiny = 1; END IF; END$$
CREATE TRIGGER touch_two BEFORE UPDATE ON author FOR EACH ROW SET NEW.small = 1$$
CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' ENDS '2037-01-01 00:00:00' ON COMPLETION PRESERVE DISABLE COMMENT 'it''s late' DO DELETE FROM sale$$
DELIMITER ;
