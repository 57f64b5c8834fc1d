// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace joinery::test {

/// `binary NAME [Qt Test arguments]` runs one test class, without a name all of them. A warning fails the test that
/// did not expect it (QTest::ignoreMessage).
int run(int argc, char *argv[]);

} // namespace joinery::test
