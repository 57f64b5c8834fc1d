// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/row_reader.h"

#include <QSaveFile>

namespace joinery::transfer {

/// The rows that a load left out, as a CSV file: line, error, record. It is there once it was committed.
class BadRowReport
{
public:
    explicit BadRowReport(const QString &path) : m_file(path) {}

    Status open();
    Status write(const BadRow &row);
    Status commit();

private:
    tl::unexpected<Error> broken() const;

    QSaveFile m_file;
};

} // namespace joinery::transfer
