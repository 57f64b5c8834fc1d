// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/dialect/generic/generic_dialect.h"
#include "support/test_case.h"

using joinery::findDialect;
using joinery::schema::Type;
using joinery::schema::TypeKind;

class TypesTest : public joinery::test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void writesGenericTypes_data()
    {
        QTest::addColumn<QString>("generic");
        QTest::addColumn<QString>("sqlite");
        QTest::addColumn<QString>("postgresql");
        QTest::addColumn<QString>("mysql");
        const auto row = [](const char *generic, const char *sqlite, const char *postgresql, const char *mysql) {
            QTest::newRow(generic) << generic << sqlite << postgresql << mysql;
        };
        row("Boolean", "BOOLEAN", "boolean", "tinyint(1)");
        row("SmallInteger", "SMALLINT", "smallint", "smallint");
        row("Integer", "INTEGER", "integer", "int");
        row("Integer(unsigned)", "INTEGER", "bigint", "int unsigned");
        row("BigInteger", "BIGINT", "bigint", "bigint");
        row("Float", "FLOAT", "double precision", "float");
        row("Float(24)", "FLOAT", "real", "float");
        row("Float(53)", "FLOAT", "double precision", "double");
        row("Double", "DOUBLE", "double precision", "double");
        row("Numeric", "NUMERIC", "numeric", "decimal");
        row("Numeric(8, 2)", "NUMERIC(8, 2)", "numeric(8,2)", "decimal(8,2)");
        row("String(120)", "VARCHAR(120)", "varchar(120)", "varchar(120)");
        row("String", "VARCHAR", "varchar", "varchar(255)");
        row("CHAR(3)", "CHAR(3)", "char(3)", "char(3)");
        row("Text", "TEXT", "text", "text");
        row("LargeBinary", "BLOB", "bytea", "blob");
        row("Date", "DATE", "date", "date");
        row("Time", "TIME", "time", "time");
        row("DateTime", "DATETIME", "timestamp", "datetime");
        row("DateTime(timezone)", "DATETIME", "timestamptz", "datetime");
        row("DateTime(timezone, 3)", "DATETIME", "timestamptz(3)", "datetime(3)");
        row("Interval", "DATETIME", "interval", "datetime");
        row("JSON", "JSON", "json", "json");
        row("JSONB", "JSON", "jsonb", "json");
        row("Uuid", "CHAR(32)", "uuid", "char(32)");
        row("Enum('a', 'long one')", "VARCHAR(8)", "varchar(8)", "enum('a','long one')");
        row("Enum(mood)", "VARCHAR(255)", "mood", "varchar(255)");
        row("ARRAY(Integer)", "JSON", "integer[]", "json");
        row("ARRAY(String(5), 2)", "JSON", "varchar(5)[][]", "json");
    }
    void writesGenericTypes()
    {
        QFETCH(QString, generic);
        const std::optional<Type> type = Type::fromString(generic);
        QVERIFY(type);
        QCOMPARE(type->toString(), generic);
        QTEST(findDialect(QStringLiteral("sqlite"))->typeText(*type), "sqlite");
        QTEST(findDialect(QStringLiteral("postgresql"))->typeText(*type), "postgresql");
        QTEST(findDialect(QStringLiteral("mysql"))->typeText(*type), "mysql");
    }

    void readsSynonyms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        for (const auto &[text, expected] : {std::pair("varchar(20)", "String(20)"), {"Unicode(length=5)", "String(5)"},
                                            {"DECIMAL(10,2)", "Numeric(10, 2)"}, {"numeric(precision=4, scale=1)", "Numeric(4, 1)"},
                                            {"timestamp(3) with time zone", "DateTime(timezone, 3)"}, {"TIMESTAMP WITH TIME ZONE", "DateTime(timezone)"},
                                            {"DateTime(timezone=True)", "DateTime(timezone)"}, {"timestamptz", "DateTime(timezone)"},
                                            {"Double precision", "Double"}, {"int", "Integer"}, {"enum('it''s', 'b, c')", "Enum('it''s', 'b, c')"},
                                            {"Enum('a', name='m')", "Enum('a', name='m')"}, {"geometry", ""}, {"String(", ""},
                                            {"String(x)", ""}, {"Boolean(3)", ""}, {"", ""}})
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(expected);
    }
    void readsSynonyms()
    {
        QFETCH(QString, text);
        const std::optional<Type> type = Type::fromString(text);
        QTEST(type ? type->toString() : QString(), "expected");
    }

    // What an engine says is read and written back by itself without a change.
    void keepsTheEnginesOwnText_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("generic");
        const auto row = [](const char *dialect, const char *text, const char *generic) {
            QTest::addRow("%s %s", dialect, text) << dialect << text << generic;
        };
        row("sqlite", "NVARCHAR(160)", "String(160)");
        row("sqlite", "INT", "Integer");
        row("sqlite", "UNSIGNED BIG INT", "BigInteger");
        row("sqlite", "", "");
        row("sqlite", "anything goes(3)", "anything goes(3)");
        row("sqlite", "TIMESTAMP", "DateTime");
        row("sqlite", "NUMERIC(10,2)", "Numeric(10, 2)");
        row("postgresql", "citext", "Text");
        row("postgresql", "inet", "inet");
        row("postgresql", "interval day to second", "Interval");
        row("postgresql", "\"char\"", "\"char\"");
        row("mysql", "mediumint(9)", "Integer");
        row("mysql", "tinyint(4)", "SmallInteger");
        row("mysql", "int(5) unsigned zerofill", "Integer(unsigned)");
        row("mysql", "longtext", "Text");
        row("mysql", "varbinary(16)", "LargeBinary(16)");
        row("mysql", "set('a','b')", "set('a','b')");
        row("mysql", "timestamp(3)", "DateTime(timezone, 3)");
        row("mysql", "year(4)", "year(4)");
        row("mysql", "float(7,3)", "Float");
        row("mysql", "enum('it''s','b,c','back\\\\slash')", "Enum('it''s', 'b,c', 'back\\slash')");
    }
    void keepsTheEnginesOwnText()
    {
        QFETCH(QString, dialect);
        QFETCH(QString, text);
        const Type type = findDialect(dialect)->parseType(text);
        QCOMPARE(findDialect(dialect)->typeText(type).remove(u' '), QString(text).remove(u' '));
        QTEST(type.toString(), "generic");
    }

    void foldsWhatIsTheSame()
    {
        const auto *postgresql = findDialect(QStringLiteral("postgresql"));
        QCOMPARE(postgresql->parseType(QStringLiteral("character varying(20)")), Type::string(20));
        QCOMPARE(postgresql->parseType(QStringLiteral("timestamp(3) with time zone")), *Type::fromString(QStringLiteral("DateTime(timezone, 3)")));
        QCOMPARE(postgresql->parseType(QStringLiteral("numeric(5)")), Type::numeric(5, 0));
        QCOMPARE(postgresql->parseType(QStringLiteral("integer[][]")).toString(), QStringLiteral("ARRAY(Integer, 2)"));
        const auto *mysql = findDialect(QStringLiteral("mysql"));
        QCOMPARE(mysql->parseType(QStringLiteral("int(11)")), Type::of(TypeKind::Integer));
        QCOMPARE(mysql->parseType(QStringLiteral("bigint(20) unsigned")).isUnsigned, true);
        QCOMPARE(mysql->parseType(QStringLiteral("tinyint(1)")), Type::of(TypeKind::Boolean));
    }

    // Every type of an engine that another one cannot name is written as something that can hold it.
    void writesForeignTypes()
    {
        const Type inet = findDialect(QStringLiteral("postgresql"))->parseType(QStringLiteral("inet"));
        QCOMPARE(findDialect(QStringLiteral("sqlite"))->typeText(inet), QStringLiteral("TEXT"));
        QCOMPARE(findDialect(QStringLiteral("mysql"))->typeText(inet), QStringLiteral("text"));
        const Type nvarchar = findDialect(QStringLiteral("sqlite"))->parseType(QStringLiteral("NVARCHAR(160)"));
        QCOMPARE(findDialect(QStringLiteral("postgresql"))->typeText(nvarchar), QStringLiteral("varchar(160)"));
    }

    void readsAndWritesDefaults_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("literal"); // "-": an expression
        const auto row = [](const char *dialect, const char *type, const char *sql, const char *literal) {
            QTest::addRow("%s %s %s", dialect, type, sql) << dialect << type << sql << literal;
        };
        row("sqlite", "Integer", "0", "0");
        row("sqlite", "Integer", "'0'", "-");
        row("sqlite", "Text", "0", "-");
        row("sqlite", "Text", "'it''s'", "it's");
        row("sqlite", "Boolean", "1", "true");
        row("sqlite", "Boolean", "true", "-");
        row("sqlite", "DateTime", "CURRENT_TIMESTAMP", "-");
        row("sqlite", "Text", "NULL", "-");
        row("sqlite", "Numeric", "-1.5e3", "-1.5e3");
        row("postgresql", "Boolean", "true", "true");
        row("postgresql", "DateTime", "now()", "-");
        row("postgresql", "String", "'abc'::character varying", "abc");
        row("postgresql", "Text", "'abc'::text", "abc");
        row("postgresql", "Text", "('a'::text || 'b'::text)", "-");
        row("postgresql", "Integer", "'-1'::integer", "-1");
        row("postgresql", "Integer", "5", "5");
        row("postgresql", "Date", "'2020-01-01'::date", "2020-01-01");
        row("mysql", "Text", "'back\\\\slash'", "back\\slash");
    }
    void readsAndWritesDefaults()
    {
        QFETCH(QString, dialect);
        QFETCH(QString, type);
        QFETCH(QString, sql);
        QFETCH(QString, literal);
        const auto *generic = static_cast<const joinery::dialect::GenericDialect *>(findDialect(dialect));
        const Type column = *Type::fromString(type);
        const joinery::schema::Default value = generic->parseDefault(sql, column);
        QCOMPARE(value.kind == joinery::schema::Default::Kind::Expression ? QStringLiteral("-") : value.text, literal);
        if (dialect != QLatin1String("postgresql") || literal == QLatin1String("-")) // the server adds the casts again
            QCOMPARE(generic->defaultText(value, column), sql);
    }
};

JOINERY_TEST(TypesTest)
#include "tst_types.moc"
