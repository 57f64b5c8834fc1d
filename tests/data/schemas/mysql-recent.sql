-- What MariaDB keeps beside the standard: history, periods, indexes spelt out, subpartitions with names, its newest collations.
CREATE TABLE told (id int PRIMARY KEY, a int, b varchar(20), c int, KEY plain (a), KEY spelt (a, b) USING BTREE, KEY `hashed ``one` (c) USING HASH,
    KEY sized (b) KEY_BLOCK_SIZE=8, UNIQUE KEY once (c) USING BTREE, UNIQUE KEY only_once (b));
CREATE TABLE key_spelt (id int, PRIMARY KEY (id) USING BTREE);
CREATE TABLE tick (id int, KEY `in ``it` (id) USING BTREE);
CREATE TABLE history (id int PRIMARY KEY, note text) WITH SYSTEM VERSIONING;
CREATE TABLE history_in_part (id int, kept varchar(10) DEFAULT 'it''s', other int WITHOUT SYSTEM VERSIONING) WITH SYSTEM VERSIONING;
CREATE TABLE history_spelt (id int PRIMARY KEY, since timestamp(6) GENERATED ALWAYS AS ROW START COMMENT 'from', until timestamp(6) GENERATED ALWAYS AS ROW END INVISIBLE,
    PERIOD FOR SYSTEM_TIME (since, until)) COMMENT='told' WITH SYSTEM VERSIONING;
CREATE TABLE history_in_parts (id int) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME LIMIT 1000 (PARTITION p0 HISTORY, PARTITION now_ CURRENT);
CREATE TABLE contract (id int, since date, until date, PERIOD FOR holds (since, until));
CREATE TABLE named_subparts (id int, y int) PARTITION BY RANGE (y) SUBPARTITION BY HASH (id)
    (PARTITION a VALUES LESS THAN (10) (SUBPARTITION s1 COMMENT = 'first', SUBPARTITION s2), PARTITION b VALUES LESS THAN MAXVALUE (SUBPARTITION s3, SUBPARTITION s4));
CREATE TABLE newest (id int PRIMARY KEY, name varchar(40), other varchar(40) COLLATE utf8mb4_uca1400_german2_ai_cs) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;
CREATE TABLE plain_engine (id int PRIMARY KEY, v int) ENGINE=Aria TRANSACTIONAL=0;
CREATE TABLE `select` (id int, KEY (id)) ENGINE=MyISAM;
