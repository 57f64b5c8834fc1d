// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"

#include <QTemporaryFile>

namespace joinery::cli {

Result<std::unique_ptr<QFile>> openInput(const QString &path)
{
    if (path != u"-") {
        auto file = std::make_unique<QFile>(path);
        if (!file->open(QIODevice::ReadOnly))
            return fail(ErrorKind::Io, QStringLiteral("%1 cannot be read: %2").arg(path, file->errorString()));
        if (!file->isSequential())
            return file;
        return fail(ErrorKind::InvalidInput, QStringLiteral("%1 is no file that can be read twice: give it as -, from a pipe.").arg(path));
    }
    QFile input;
    auto copy = std::make_unique<QTemporaryFile>();
    if (!input.open(stdin, QIODevice::ReadOnly))
        return fail(ErrorKind::Io, QStringLiteral("stdin cannot be read: %1").arg(input.errorString()));
    if (!copy->open())
        return fail(ErrorKind::Io, QStringLiteral("A temporary file cannot be made: %1").arg(copy->errorString()));
    QByteArray piece;
    do {
        piece = input.read(1 << 20);
        if (copy->write(piece) != piece.size())
            return fail(ErrorKind::Io, QStringLiteral("%1 cannot be written: %2").arg(copy->fileName(), copy->errorString()));
    } while (!piece.isEmpty());
    if (!copy->flush() || !copy->seek(0))
        return fail(ErrorKind::Io, QStringLiteral("%1 cannot be written: %2").arg(copy->fileName(), copy->errorString()));
    return copy;
}

} // namespace joinery::cli
