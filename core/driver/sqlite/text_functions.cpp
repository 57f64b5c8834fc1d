// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/sqlite/text_functions.h"

#include <QRegularExpression>
#include <QString>

#include <sqlite3.h>

namespace joinery::driver::sqlite {

namespace {

QString textOf(sqlite3_value *value)
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return QString::fromUtf8(bytes, sqlite3_value_bytes(value));
}

void fold(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL)
        return;
    const QByteArray folded = textOf(arguments[0]).toCaseFolded().toUtf8();
    sqlite3_result_text64(context, folded.constData(), sqlite3_uint64(folded.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void regexp(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL || sqlite3_value_type(arguments[1]) == SQLITE_NULL)
        return;
    // The same pattern meets every row.
    auto *pattern = static_cast<QRegularExpression *>(sqlite3_get_auxdata(context, 0));
    std::unique_ptr<QRegularExpression> fresh;
    if (!pattern) {
        fresh = std::make_unique<QRegularExpression>(textOf(arguments[0]), QRegularExpression::UseUnicodePropertiesOption);
        pattern = fresh.get();
    }
    if (!pattern->isValid()) {
        const QByteArray words = QStringLiteral("regular expression: %1 at %2").arg(pattern->errorString()).arg(pattern->patternErrorOffset() + 1).toUtf8();
        sqlite3_result_error(context, words.constData(), int(words.size()));
        return;
    }
    sqlite3_result_int(context, pattern->match(textOf(arguments[1])).hasMatch());
    if (fresh)
        sqlite3_set_auxdata(context, 0, fresh.release(), [](void *old) { delete static_cast<QRegularExpression *>(old); });
}

} // namespace

int addTextFunctions(sqlite3 *handle)
{
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
    const int code = sqlite3_create_function_v2(handle, "joinery_fold", 1, flags | SQLITE_DIRECTONLY, nullptr, fold, nullptr, nullptr, nullptr);
    return code != SQLITE_OK ? code : sqlite3_create_function_v2(handle, "regexp", 2, flags, nullptr, regexp, nullptr, nullptr, nullptr);
}

} // namespace joinery::driver::sqlite
