// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

#include <QIODevice>

namespace joinery::transfer {

/// Writes one result to a device, block by block: begin, any number of writes, end. The device must be open, and must
/// outlive the writer; it is neither closed nor flushed. Nothing of the result is kept.
class RowWriter
{
public:
    explicit RowWriter(QIODevice &device) : m_device(device) {}
    virtual ~RowWriter();

    virtual Status begin(const std::vector<driver::ColumnInfo> &columns) = 0;
    virtual Status write(const driver::RowBlock &block) = 0;
    virtual Status end() = 0;
    /// What it wants to see of large cells: all of them, but for those who only show them.
    virtual driver::CellLimit cellLimit() const { return {}; }

protected:
    /// Appends to what goes to the device, in pieces of some size.
    QByteArray &buffer() { return m_buffer; }
    Status flushIfLarge() { return m_buffer.size() < kPiece ? Status() : flush(); }
    Status flush();

private:
    static constexpr qsizetype kPiece = 1 << 16;
    QIODevice &m_device;
    QByteArray m_buffer;
};

} // namespace joinery::transfer
