// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QTest>

#include <functional>
#include <memory>

namespace joinery::test {

/// The base of every test class: a warning fails the test function that did not announce it (QTest::ignoreMessage). What the
/// offscreen platform cannot do (raise a window) is not our concern.
class TestCase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    virtual void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )"))); }
};

/// Puts a test class into its binary. `file` is __FILE__: the test is called as its file.
class Registration
{
public:
    Registration(const char *file, std::function<std::unique_ptr<QObject>()> make);
};

} // namespace joinery::test

/// At the end of tst_<name>.cpp, before its moc include.
#define JOINERY_TEST(Class)                                                                                            \
    static const joinery::test::Registration registration##Class(__FILE__, [] { return std::make_unique<Class>(); });

/// For functions that return Result: fails the test with the error's own words.
#define VERIFY_OK(expression)                                                                                          \
    do {                                                                                                               \
        const auto &joineryChecked = (expression);                                                                     \
        QVERIFY2(joineryChecked.has_value(),                                                                           \
                 joineryChecked ? "" : qPrintable(joineryChecked.error().message + QLatin1String("\n") +              \
                                                  joineryChecked.error().statement));                                  \
    } while (false)
