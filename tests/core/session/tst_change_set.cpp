// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/change_set_json.h"
#include "support/test_case.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

using namespace joinery;
using driver::Value;
using session::ChangeSet;
using session::RowChange;

class ChangeSetTest : public test::TestCase
{
    Q_OBJECT

    const session::RowKeyValues m_key{Value::integer(2)};
    const std::vector<Value> m_row{Value::integer(2), Value::text(QStringLiteral("Invisible Cities")), Value::lexical("13.90")};

private Q_SLOTS:
    void theOldValueUnstages()
    {
        ChangeSet set;
        set.setValue(m_key, m_row, QStringLiteral("price"), 2, Value::lexical("14.50"));
        QCOMPARE(set.count(), 1);
        QCOMPARE(set.find(m_key)->values.value(QStringLiteral("price")), Value::lexical("14.50"));
        // Typed text carries another tag than what was read.
        set.setValue(m_key, m_row, QStringLiteral("price"), 2, Value::text(QStringLiteral("13.90")));
        QVERIFY(set.isEmpty());
        QVERIFY(!set.find(m_key));
    }

    void emptyNullAndDefaultDiffer()
    {
        ChangeSet set;
        set.setValue(m_key, m_row, QStringLiteral("title"), 1, Value::text(QString()));
        QVERIFY(!set.find(m_key)->values.value(QStringLiteral("title")).isNull());
        set.setValue(m_key, m_row, QStringLiteral("title"), 1, Value::null());
        QVERIFY(set.find(m_key)->values.value(QStringLiteral("title")).isNull());
        set.setValue(m_key, m_row, QStringLiteral("title"), 1, Value::useDefault());
        QVERIFY(set.find(m_key)->values.value(QStringLiteral("title")).isDefault());
        QCOMPARE(set.count(), 1);
    }

    void undoWalksStepByStep()
    {
        ChangeSet set;
        set.setValue(m_key, m_row, QStringLiteral("title"), 1, Value::text(QStringLiteral("A")));
        const quint64 added = set.insertRow();
        set.setInserted(added, QStringLiteral("title"), Value::text(QStringLiteral("B")));
        set.deleteRow(m_key, m_row);
        QCOMPARE(set.find(m_key)->kind, RowChange::Kind::Delete);
        const std::vector<RowChange> all = set.changes();
        set.undo();
        QCOMPARE(set.find(m_key)->kind, RowChange::Kind::Update);
        QCOMPARE(set.find(m_key)->values.value(QStringLiteral("title")), Value::text(QStringLiteral("A")));
        set.undo();
        QVERIFY(set.find(added)->values.isEmpty());
        set.undo();
        QVERIFY(!set.find(added));
        set.undo();
        QVERIFY(set.isEmpty());
        QVERIFY(!set.canUndo());
        while (set.canRedo())
            set.redo();
        QVERIFY(set.changes() == all);
        // A new step forgets what was undone.
        set.undo();
        set.revert(added);
        QVERIFY(!set.canRedo());
        QVERIFY(!set.find(added));
    }

    void whatBelongsTogetherIsUndoneTogether()
    {
        ChangeSet set;
        set.setValue(m_key, m_row, QStringLiteral("title"), 1, Value::text(QStringLiteral("A")));
        set.asOneStep([&] {
            set.insertRow();
            set.asOneStep([&] { set.setValue(m_key, m_row, QStringLiteral("price"), 2, Value::lexical("1")); });
            set.insertRow();
        });
        const std::vector<RowChange> all = set.changes();
        QCOMPARE(all.size(), size_t(3));
        set.undo();
        QCOMPARE(set.count(), 1);
        QCOMPARE(set.find(m_key)->values.size(), 1);
        set.redo();
        QVERIFY(set.changes() == all);
        set.undo();
        set.undo();
        QVERIFY(set.isEmpty() && !set.canUndo());
        // Nothing in it: no step.
        set.asOneStep([] {});
        QVERIFY(!set.canUndo());
        QVERIFY(set.canRedo());
    }

    void jsonIsExact()
    {
        RowChange change;
        change.id = 7;
        change.kind = RowChange::Kind::Update;
        change.key = {Value::integer(std::numeric_limits<qint64>::min()), Value::utf8(QByteArray("\xff\xfe""bad", 5))};
        change.before = {Value::null(), Value::unsignedInteger(std::numeric_limits<quint64>::max()), Value::real(0.1),
                         Value::real(-std::numeric_limits<double>::infinity()), Value::bytes(QByteArray("\0\1\2", 3)), Value::boolean(true)};
        change.values = {{QStringLiteral("a"), Value::useDefault()}, {QStringLiteral("b"), Value::lexical("12345678901234567890.10")},
                         {QStringLiteral("c"), Value::text(QStringLiteral("Größe \u2603"))}, {QStringLiteral("d"), Value::null()}};
        const QByteArray text = QJsonDocument(session::toJson(change)).toJson();
        const auto back = session::rowChangeFromJson(QJsonDocument::fromJson(text).object());
        VERIFY_OK(back);
        QVERIFY(*back == change);
        QVERIFY(!session::rowChangeFromJson({{QStringLiteral("id"), QStringLiteral("1")}}));
    }
};

JOINERY_TEST(ChangeSetTest)
#include "tst_change_set.moc"
