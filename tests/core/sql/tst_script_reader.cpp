// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/script_reader.h"
#include "support/test_case.h"

#include <QBuffer>

using namespace joinery;
using sql::Flavor;

namespace {

/// A device that gives its bytes in pieces of a few.
class Dripping : public QBuffer
{
public:
    Dripping(QByteArray *bytes, int most) : QBuffer(bytes), m_most(most) {}

protected:
    qint64 readData(char *data, qint64 length) override { return QBuffer::readData(data, std::min<qint64>(length, m_most)); }

private:
    int m_most;
};

} // namespace

class ScriptReaderTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    /// Cut anywhere, a script gives the statements that it gives as a whole.
    void inPieces_data()
    {
        QTest::addColumn<int>("flavor");
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("sqlite") << int(Flavor::Sqlite)
                                << QByteArray("CREATE TABLE a (x); -- ; no\nCREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; SELECT ';'; END;\n"
                                              "INSERT INTO a VALUES ('a;''b\n'), (\"c;\"); /* ; */ SELECT [x;y] FROM a");
        QTest::newRow("postgresql") << int(Flavor::Postgresql)
                                    << QByteArray("CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $b$ BEGIN; RETURN 1; END $b$;\n"
                                                  "COPY a FROM stdin;\n1\t;\n2\tx\n\\.\nSELECT $$;$$, E'\\';', 'x' /* /* ; */ */;\nSELECT 2;");
        QTest::newRow("mysql") << int(Flavor::Mysql)
                               << QByteArray("SELECT 1; # ;\nDELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END//\nDELIMITER ;\n"
                                             "SELECT 'a\\';', `b;`; -- x\nSELECT /*! 3; */ 3;\n");
        QTest::newRow("nothing") << int(Flavor::Generic) << QByteArray(" -- nothing\n");
    }
    void inPieces()
    {
        QFETCH(int, flavor);
        QFETCH(QByteArray, script);
        const QString text = QString::fromUtf8(script);
        QStringList expected;
        QList<qint64> lines;
        for (const sql::ScriptStatement &statement : sql::splitScript(text, Flavor(flavor))) {
            expected << statement.in(text);
            lines << 1 + text.left(statement.start).count(u'\n');
        }
        for (int piece = 1; piece < 40; ++piece) {
            Dripping device(&script, piece);
            device.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
            sql::ScriptReader reader(device, Flavor(flavor));
            QStringList found;
            QList<qint64> foundLines;
            for (;;) {
                const auto statement = reader.next();
                VERIFY_OK(statement);
                if (!*statement)
                    break;
                found << (*statement)->text;
                foundLines << (*statement)->line;
            }
            QCOMPARE(found, expected);
            QCOMPARE(foundLines, lines);
        }
    }
};

JOINERY_TEST(ScriptReaderTest)
#include "tst_script_reader.moc"
