-- Names that need care, everywhere that a name can stand.
CREATE TABLE `select` (`order` int PRIMARY KEY, `Group` varchar(20) DEFAULT 'it''s \\ "x"', `with space` int, `quote"d` int, `it's` int, `a.b` int, `back``tick` int,
    `Größe Ж 表` int, `semi;--` int, `100%` decimal(3,1), `x234567890123456789012345678901234567890123456789012345678901234` int,
    UNIQUE KEY `a key; of it` (`with space`, `a.b`), KEY `select` (`back``tick`), CONSTRAINT `check;--` CHECK (`it's` > 0 and `Group` <> ';'));
CREATE TABLE `Größe Ж 表` (`Key` int AUTO_INCREMENT PRIMARY KEY, `ref` int, CONSTRAINT `to "it"` FOREIGN KEY (`ref`) REFERENCES `select` (`order`) ON DELETE CASCADE) COMMENT='a `b` \'c\' "d"';
CREATE TABLE `x23456789012345678901234567890123456789012345678901234567890123` (`id` int, KEY `x2345678901234567890123456789012345678901234567890123456789012y` (`id`));
CREATE TABLE `a.b` (`c.d` int GENERATED ALWAYS AS (`e f` + 1) VIRTUAL, `e f` int);
CREATE VIEW `View "of" it` AS SELECT `order` AS `Id Ж`, `it's` AS `select`, `a.b` AS `x.y` FROM `select` `T T` WHERE `T T`.`100%` > 1;
CREATE VIEW `after` AS SELECT `x.y` FROM `View "of" it`;
CREATE TRIGGER `Trigger; x` BEFORE UPDATE ON `select` FOR EACH ROW SET NEW.`Group` = concat(OLD.`Group`, ';');
CREATE FUNCTION `Fn; "x"`(`In` int, `table` varchar(5)) RETURNS int NO SQL RETURN `In` + 1;
CREATE PROCEDURE `select`() SELECT 1;
CREATE EVENT `Event; x` ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DISABLE DO SET @a = ';';
