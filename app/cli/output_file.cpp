// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_file.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace joinery::cli {

namespace {

/// Of the file that a link leads to: the link stays.
QString realPath(const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return real.isEmpty() ? path : real;
}

tl::unexpected<Error> unwritable(const QString &path, const QString &why)
{
    return fail(ErrorKind::Io, QStringLiteral("%1 cannot be written: %2").arg(path, why));
}

} // namespace

OutputFile::OutputFile(const QString &path) : m_path(realPath(path)), m_replaces(!QFileInfo::exists(m_path) || QFileInfo(m_path).isFile())
{
    m_file.setFileName(m_replaces ? QStringLiteral("%1.%2.part").arg(m_path).arg(QCoreApplication::applicationPid()) : m_path);
}

OutputFile::~OutputFile()
{
    if (m_replaces && m_file.isOpen())
        m_file.remove();
}

Status OutputFile::open()
{
    const QFileInfo there(m_path);
    if (there.isDir())
        return unwritable(m_path, QStringLiteral("it is a folder"));
    if (there.exists() && !there.isWritable())
        return unwritable(m_path, QString::fromLocal8Bit(std::strerror(EACCES)));
    if (!m_file.open(QIODevice::WriteOnly))
        return unwritable(m_path, m_file.errorString());
    if (m_replaces && there.exists())
        m_file.setPermissions(there.permissions());
    return {};
}

Status OutputFile::commit()
{
    if (!m_file.flush())
        return unwritable(m_path, m_file.errorString());
    const QByteArray from = QFile::encodeName(m_file.fileName()), to = QFile::encodeName(m_path);
    if (m_replaces && std::rename(from.constData(), to.constData()) != 0)
        return unwritable(m_path, QString::fromLocal8Bit(std::strerror(errno)));
    m_file.close();
    return {};
}

} // namespace joinery::cli
