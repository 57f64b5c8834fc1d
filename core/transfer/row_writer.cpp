// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/row_writer.h"

namespace joinery::transfer {

RowWriter::~RowWriter() = default;

Status RowWriter::flush()
{
    if (!m_buffer.isEmpty() && m_device.write(m_buffer) != m_buffer.size())
        return fail(ErrorKind::Io, QStringLiteral("The output cannot be written: %1").arg(m_device.errorString()));
    m_buffer.truncate(0);
    return {};
}

} // namespace joinery::transfer
