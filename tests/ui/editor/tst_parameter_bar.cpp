// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/database.h"
#include "support/test_case.h"
#include "ui/editor/editor_feature.h"
#include "ui/editor/parameter_bar.h"
#include "ui/editor/result_pane.h"
#include "ui/editor/sql_page.h"
#include "ui/grid/grid_view.h"
#include "ui/grid/result_grid.h"
#include "ui/support/bare_workbench.h"

#include <QLabel>
#include <QLineEdit>

using namespace joinery;
using namespace joinery::ui;

/// Parameters with names and without, on each engine.
class ParameterBarTest : public test::TestCase
{
    Q_OBJECT

    std::unique_ptr<test::ScratchDatabase> m_database;
    std::unique_ptr<test::BareWorkbench> m_workbench;
    SqlPage *m_page = nullptr;

    void openPage(const QString &engine, const QString &sql)
    {
        m_database = std::make_unique<test::ScratchDatabase>(engine);
        m_workbench = std::make_unique<test::BareWorkbench>();
        new EditorFeature(*m_workbench);
        m_workbench->addConnection(QStringLiteral("shop"), m_database->url());
        Location location;
        location.kind = Location::Kind::NewQuery;
        location.connection = QStringLiteral("shop");
        location.text = sql;
        m_page = qobject_cast<SqlPage *>(m_workbench->go(location));
        QVERIFY(m_page);
    }
    QList<QLineEdit *> fields() { return m_page->findChild<ParameterBar *>()->findChildren<QLineEdit *>(); }
    QStringList labels()
    {
        QStringList texts;
        for (const QLabel *label : m_page->findChild<ParameterBar *>()->findChildren<QLabel *>())
            texts.append(label->text());
        return texts;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_page = nullptr;
        m_workbench.reset();
        m_database.reset();
    }

    void numbersGetAFieldAndTheirValue_data() { test::Engines::addRows(); }
    void numbersGetAFieldAndTheirValue()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const bool postgresql = engine == u"postgresql";
        openPage(engine, postgresql ? QStringLiteral("SELECT $2::int - $1::int, $1::int") : QStringLiteral("SELECT ? - ?, :name"));
        QTRY_VERIFY(!fields().isEmpty());
        QCOMPARE(labels(), postgresql ? (QStringList{QStringLiteral("$2"), QStringLiteral("$1")})
                                      : (QStringList{QStringLiteral("?1"), QStringLiteral("?2"), QStringLiteral(":name")}));
        QVERIFY(m_page->findChild<ParameterBar *>()->isVisible());
        QCOMPARE(fields().first()->accessibleName(), QString(u"Value of " % labels().first()));
        fields().at(0)->setText(QStringLiteral("50"));
        fields().at(1)->setText(QStringLiteral("8"));
        if (!postgresql)
            fields().at(2)->setText(QStringLiteral("x"));
        m_page->perform(Verb::Run);
        QTRY_VERIFY(!m_page->isRunning());
        QTRY_VERIFY2(m_page->results().currentGrid(), qPrintable(m_page->results().messages().join(u'\n')));
        GridModel &model = m_page->results().currentGrid()->view().model();
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("42"));
        QCOMPARE(model.index(0, 1).data().toString(), postgresql ? QStringLiteral("8") : QStringLiteral("x"));
    }

    void aPreparedStatementKeepsItsOwn()
    {
        REQUIRE_ENGINE(QStringLiteral("postgresql"));
        openPage(QStringLiteral("postgresql"), QStringLiteral("PREPARE p AS SELECT $1::int + 1"));
        QTest::qWait(50);
        QVERIFY(fields().isEmpty());
        m_page->perform(Verb::Run);
        QTRY_VERIFY(!m_page->isRunning());
        QVERIFY2(m_page->results().messages().join(u'\n').contains(u" ms · PREPARE p"), qPrintable(m_page->results().messages().join(u'\n')));
    }
};

JOINERY_TEST(ParameterBarTest)
#include "tst_parameter_bar.moc"
