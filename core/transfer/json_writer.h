// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/row_writer.h"

namespace joinery::transfer {

/// One object for a row: a JSON array of them, or a line for each (NDJSON). Integers and numerics keep every digit;
/// columns of type JSON are embedded; NaN and infinities, which JSON has not, are texts; bytes are \x hex. The second
/// column of a name is called name_2.
class JsonWriter : public RowWriter
{
public:
    enum class Form { Array, Lines };
    JsonWriter(QIODevice &device, Form form) : RowWriter(device), m_form(form) {}

    Status begin(const std::vector<driver::ColumnInfo> &columns) override;
    Status write(const driver::RowBlock &block) override;
    Status end() override;

private:
    void append(const driver::RowBlock &block, int row, int column);

    Form m_form;
    std::vector<QByteArray> m_keys; ///< quoted, with the colon
    std::vector<schema::TypeKind> m_kinds;
    bool m_first = true;
};

} // namespace joinery::transfer
