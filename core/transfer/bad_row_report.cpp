// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/bad_row_report.h"

namespace joinery::transfer {

namespace {

QByteArray quoted(QByteArray text)
{
    return '"' + text.replace('"', "\"\"") + '"';
}

} // namespace

Status BadRowReport::open()
{
    if (!m_file.open(QIODevice::WriteOnly) || m_file.write("line,error,record\n") < 0)
        return broken();
    return {};
}

Status BadRowReport::write(const BadRow &row)
{
    const QByteArray line = QByteArray::number(row.line) + ',' + quoted(row.reason.toUtf8()) + ',' + quoted(row.record) + '\n';
    if (m_file.write(line) != line.size())
        return broken();
    return {};
}

Status BadRowReport::commit()
{
    if (!m_file.commit())
        return broken();
    return {};
}

tl::unexpected<Error> BadRowReport::broken() const
{
    return fail(ErrorKind::Io, QStringLiteral("%1 cannot be written: %2").arg(m_file.fileName(), m_file.errorString()));
}

} // namespace joinery::transfer
