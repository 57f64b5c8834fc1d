// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace joinery::driver::sqlite {

/// Gives the connection what SQLite leaves to the program: joinery_fold(text), which folds the case of all letters (lower() knows
/// ASCII alone), and regexp(pattern, text), which `text REGEXP pattern` calls. A wrong pattern is an error of the statement.
int addTextFunctions(sqlite3 *handle);

} // namespace joinery::driver::sqlite
