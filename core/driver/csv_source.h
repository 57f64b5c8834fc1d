// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"

#include <QIODevice>

#include <functional>
#include <optional>

namespace joinery::driver {

/// How the server is to write the rows.
struct CsvForm
{
    char separator = ',';
    QByteArray null; ///< without quotes
};

/// A connection whose server writes the rows of a query as CSV itself: less work for both sides than rows that are read
/// here and written again. Asked for by dynamic_cast.
class CsvSource
{
public:
    virtual ~CsvSource();
    /// Names and rows, UTF-8, lines that end with LF. Nothing, and nothing written, where the statement must go the usual way:
    /// it fails, is no query, or has a column that the server spells in another way than everybody else (booleans). Else
    /// the number of rows.
    virtual Result<std::optional<qint64>> copyCsv(const QString &sql, const CsvForm &form, QIODevice &device, const CancelToken &token,
                                                  const std::function<void(qint64)> &progress) = 0;
};

} // namespace joinery::driver
