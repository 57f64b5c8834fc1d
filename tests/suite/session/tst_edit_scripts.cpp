// SPDX-License-Identifier: GPL-3.0-or-later
#include "suite/session/row_test_case.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <set>

using namespace joinery;
using driver::Value;
using session::ChangeSet;

/// Random edits, undone and done again, committed, and beside them the same in plain SQL that this file writes itself: the tables
/// are equal afterwards. A hundred scripts an engine, a thousand with JOINERY_TEST_LONG.
class EditScriptsTest : public test::RowTestCase
{
    Q_OBJECT

    /// A value as it is staged, and as it is written in SQL.
    struct Given
    {
        Value value;
        QString sql;
    };
    using Texts = QMap<QString, QString>; // SQL by column
    struct Model
    {
        std::map<QString, Texts> changed; // by the condition that finds the row
        std::set<QString> deleted;
        std::map<quint64, Texts> added;
    };
    struct Shape
    {
        QString columns;
        QStringList key;
        QStringList others;
    };

    QString m_engine;

    QString quoted(QString text) const
    {
        if (m_engine == u"mysql")
            text.replace(u'\\', QStringLiteral("\\\\"));
        return u'\'' % text.replace(u'\'', QStringLiteral("''")) % u'\'';
    }
    Given given(const QString &column, QRandomGenerator &random) const
    {
        if (random.bounded(8) == 0)
            return {Value::null(), QStringLiteral("NULL")};
        if (column == u"a" || column == u"k2") {
            static const QStringList texts{QStringLiteral("it's"), QStringLiteral("back\\slash"), QString(), QStringLiteral("Ünï☃"), QStringLiteral("two\nlines"),
                                           QStringLiteral("100%"), QStringLiteral("?"), QStringLiteral("$1"), QStringLiteral("NULL"), QStringLiteral(" x ")};
            const QString text = texts.at(random.bounded(int(texts.size())));
            return {Value::text(text), quoted(text)};
        }
        if (column == u"n") {
            const QString number = QStringLiteral("%1.%2").arg(random.bounded(-99999, 99999)).arg(random.bounded(10000), 4, 10, QLatin1Char('0'));
            return {Value::lexical(number.toLatin1()), number};
        }
        if (column == u"f") {
            static const QStringList reals{QStringLiteral("0.1"), QStringLiteral("1e300"), QStringLiteral("-2.5"), QStringLiteral("0.30000000000000004")};
            const QString real = reals.at(random.bounded(int(reals.size())));
            return {Value::real(real.toDouble()), real};
        }
        if (column == u"d") {
            const QString date = QDate(1970, 1, 1).addDays(random.bounded(30000)).toString(Qt::ISODate);
            return {Value::text(date), quoted(date)};
        }
        QByteArray bytes;
        for (int i = int(random.bounded(6)); i > 0; --i)
            bytes.append(char(random.bounded(256)));
        const QString hex = QString::fromLatin1(bytes.toHex());
        return {Value::bytes(bytes), m_engine == u"postgresql" ? QString(u"'\\x" % hex % u'\'') : QString(u"X'" % hex % u'\'')};
    }
    Given keyPart(const QString &column, int number) const
    {
        if (column == u"k2")
            return {Value::text(QStringLiteral("k'%1").arg(number % 7)), quoted(QStringLiteral("k'%1").arg(number % 7))};
        return {Value::integer(number), QString::number(number)};
    }

    /// What finds a row of the other table: its key as the test writes it.
    QString condition(const Shape &shape, const session::RowSource &rows, const Row &row) const
    {
        QStringList parts;
        for (const QString &column : shape.key) {
            const Value &value = row.values[size_t(rows.table.columnIndex(column))];
            parts.append(column + u" = " + (value.tag() == driver::ValueTag::Integer ? value.toText() : quoted(value.toText())));
        }
        return parts.join(QStringLiteral(" AND "));
    }

    QStringList plainSql(const Model &model) const
    {
        QStringList script;
        for (const auto &[row, texts] : model.changed) {
            if (model.deleted.contains(row) || texts.isEmpty())
                continue;
            QStringList parts;
            for (auto text = texts.begin(); text != texts.end(); ++text)
                parts.append(text.key() + u" = " + text.value());
            script.append(QStringLiteral("UPDATE plain SET %1 WHERE %2").arg(parts.join(u','), row));
        }
        for (const QString &row : model.deleted)
            script.append(QStringLiteral("DELETE FROM plain WHERE ") + row);
        for (const auto &[id, texts] : model.added)
            script.append(QStringLiteral("INSERT INTO plain (%1) VALUES (%2)").arg(texts.keys().join(u','), texts.values().join(u',')));
        return script;
    }

    QByteArray hash(const QString &table, const Shape &shape)
    {
        const QString all = (shape.key + shape.others).join(u',');
        const QStringList rows = rowsOf(QStringLiteral("SELECT %1 FROM %2 ORDER BY %3").arg(all, table, shape.key.join(u',')));
        return QCryptographicHash::hash(rows.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex() + ' ' + QByteArray::number(rows.size());
    }

    /// One script on the tables as the last one left them.
    void play(const Shape &shape, const session::RowSource &rows, QRandomGenerator &random, int &lastKey)
    {
        const std::vector<Row> read = rowsIn(rows);
        ChangeSet set;
        std::vector<Model> past{Model()};
        size_t now = 0;
        const auto step = [&](const std::function<void(Model &)> &change) {
            past.resize(now + 1);
            past.push_back(past[now]);
            change(past[++now]);
        };
        std::vector<quint64> added;
        for (int edit = int(random.bounded(1, 26)); edit > 0; --edit) {
            const int what = int(random.bounded(12));
            if (what == 0 && set.canUndo()) {
                set.undo();
                --now;
            } else if (what == 1 && set.canRedo()) {
                set.redo();
                ++now;
            } else if (what <= 3 || read.empty()) {
                const int key = ++lastKey;
                QMap<QString, Value> values;
                Texts texts;
                for (const QString &column : shape.key) {
                    values.insert(column, keyPart(column, key).value);
                    texts.insert(column, keyPart(column, key).sql);
                }
                for (const QString &column : shape.others) {
                    if (random.bounded(2) == 0)
                        continue; // its default
                    const Given one = given(column, random);
                    values.insert(column, one.value);
                    texts.insert(column, one.sql);
                }
                const quint64 id = set.insertRow(values);
                added.push_back(id);
                step([&](Model &model) { model.added[id] = texts; });
            } else if (what == 4 && !added.empty() && set.find(added.back())) {
                const quint64 id = added.back();
                set.revert(id);
                step([&](Model &model) { model.added.erase(id); });
            } else {
                const Row &row = read[random.bounded(quint32(read.size()))];
                const QString where = condition(shape, rows, row);
                if (past[now].deleted.contains(where))
                    continue;
                if (what == 5) {
                    set.deleteRow(row.key, row.values);
                    step([&](Model &model) { model.deleted.insert(where); });
                    continue;
                }
                const QString column = shape.others.at(random.bounded(int(shape.others.size())));
                const Given one = given(column, random);
                const bool wasStaged = set.find(row.key) != nullptr;
                set.setValue(row.key, row.values, column, int(rows.table.columnIndex(column)), one.value);
                // What stands there already stages nothing, and is no step.
                if (wasStaged || set.find(row.key))
                    step([&](Model &model) { model.changed[where].insert(column, one.sql); });
            }
        }
        const session::CommitReport report = commit(rows, set);
        VERIFY_COMMITTED(report);
        for (const QString &sql : plainSql(past[now]))
            VERIFY_OK(m_connection->run(sql));
    }

private Q_SLOTS:
    void cleanup() { dropAll(); }

    void equalPlainSql_data() { test::Engines::addRows(); }
    void equalPlainSql()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        m_engine = engine;
        const QString blob = engine == u"postgresql" ? QStringLiteral("BYTEA") : QStringLiteral("BLOB");
        const QString rest = QStringLiteral("a VARCHAR(60) DEFAULT 'given', n NUMERIC(12,4), f DOUBLE PRECISION, d DATE, b ") + blob;
        const QStringList others{QStringLiteral("a"), QStringLiteral("n"), QStringLiteral("f"), QStringLiteral("d"), QStringLiteral("b")};
        const Shape shapes[] = {
            {QStringLiteral("id INTEGER NOT NULL PRIMARY KEY, ") + rest, {QStringLiteral("id")}, others},
            {QStringLiteral("k1 INTEGER NOT NULL, k2 VARCHAR(20) NOT NULL, %1, PRIMARY KEY (k1, k2)").arg(rest), {QStringLiteral("k1"), QStringLiteral("k2")}, others},
            {QStringLiteral("u INTEGER NOT NULL UNIQUE, ") + rest, {QStringLiteral("u")}, others}};
        const int scripts = qEnvironmentVariableIsSet("JOINERY_TEST_LONG") ? 1000 : 100;
        QRandomGenerator random(20);
        int shapeNumber = 0;
        for (const Shape &shape : shapes) {
            prepare(engine, {QStringLiteral("CREATE TABLE mine (%1)").arg(shape.columns), QStringLiteral("CREATE TABLE plain (%1)").arg(shape.columns)});
            const session::RowSource rows = source(QStringLiteral("mine"));
            int lastKey = 0;
            for (int script = shapeNumber++; script < scripts; script += int(std::size(shapes))) {
                play(shape, rows, random, lastKey);
                if (QTest::currentTestFailed())
                    return;
                QVERIFY2(hash(QStringLiteral("mine"), shape) == hash(QStringLiteral("plain"), shape),
                         qPrintable(QStringLiteral("script %1\n%2\n--\n%3").arg(script).arg(rowsOf(QStringLiteral("SELECT * FROM mine")).join(u'\n'),
                                                                               rowsOf(QStringLiteral("SELECT * FROM plain")).join(u'\n'))));
            }
        }
    }
};

JOINERY_TEST(EditScriptsTest)
#include "tst_edit_scripts.moc"
