// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cancel_token.h"
#include "support/test_case.h"

#include <thread>

using namespace joinery;

class CancelTokenTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void runsActionsOnce()
    {
        CancelToken token;
        int calls = 0;
        const auto guard = token.onCancel([&] { ++calls; });
        QVERIFY(!token.isCancelled());
        token.cancel();
        token.cancel();
        QCOMPARE(calls, 1);
        QVERIFY(token.isCancelled());
        QCOMPARE(token.check().error().kind, ErrorKind::Cancelled);
    }

    void lateActionsRunAtOnce()
    {
        CancelToken token;
        token.cancel();
        bool ran = false;
        const auto guard = token.onCancel([&] { ran = true; });
        QVERIFY(ran);
    }

    void droppedActionsDoNotRun()
    {
        CancelToken token;
        bool ran = false;
        {
            const auto guard = token.onCancel([&] { ran = true; });
        }
        token.cancel();
        QVERIFY(!ran);
    }

    void comesFromAnotherThread()
    {
        CancelToken token;
        std::thread other([token]() mutable { token.cancel(); });
        while (!token.isCancelled())
            std::this_thread::yield();
        other.join();
    }
};

JOINERY_TEST(CancelTokenTest)
#include "tst_cancel_token.moc"
