// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/mysql/field.h"
#include "core/driver/row_block.h"

namespace joinery::driver::mysql {

/// A statement that runs, in one of MySQL's two protocols; its rows are read one by one and nowhere stored.
class Rows
{
public:
    virtual ~Rows();
    const std::vector<Field> &fields() const { return m_fields; }
    /// Appends the next row; false at the end.
    virtual Result<bool> next(RowBlock &block, const CancelToken &token) = 0;
    virtual qint64 affectedRows() const = 0;
    virtual qint64 lastInsertId() const = 0;
    virtual int warningCount() const = 0; ///< once the end was reached

protected:
    std::vector<Field> m_fields;
};

} // namespace joinery::driver::mysql
