// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/late_library.h"

#include "support/test_case.h"

using namespace joinery;
using namespace joinery::driver;

class LateLibraryTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void loadsOnceAndFindsItsFunctions()
    {
        LateLibrary library("m", 6, "libc6");
        int calls = 0;
        double (*root)(double) = nullptr;
        const auto take = [&](const LateLibrary::Find &find) -> const char * {
            ++calls;
            root = reinterpret_cast<double (*)(double)>(find("sqrt"));
            return root ? nullptr : "sqrt";
        };
        VERIFY_OK(library.load(take));
        VERIFY_OK(library.load(take));
        QCOMPARE(calls, 1);
        QCOMPARE(root(16.0), 4.0);
    }

    void namesThePackageOfALibraryThatIsMissing()
    {
        LateLibrary library("joinery-has-no-such-library", 9, "libnosuch9");
        const Status loaded = library.load([](const LateLibrary::Find &) -> const char * { return nullptr; });
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().kind, ErrorKind::Unsupported);
        QVERIFY2(loaded.error().message.contains(u"libnosuch9"), qPrintable(loaded.error().message));
    }

    void namesTheFunctionThatAnOldLibraryLacks()
    {
        LateLibrary library("m", 6, "libc6");
        const Status loaded = library.load([](const LateLibrary::Find &find) { return find("no_such_function") ? nullptr : "no_such_function"; });
        QVERIFY(!loaded);
        QVERIFY2(loaded.error().message.contains(u"no_such_function"), qPrintable(loaded.error().message));
    }
};

JOINERY_TEST(LateLibraryTest)
#include "tst_late_library.moc"
