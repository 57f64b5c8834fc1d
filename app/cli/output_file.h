// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFile>

namespace joinery::cli {

/// A file that takes its name when it is complete: what was there before stays until then, and stays where it fails. Unlike
/// QSaveFile it does not wait for the disk: a dump can be made again, and its size would be waited for. What is no
/// regular file (a pipe, /dev/null) is written as it is.
class OutputFile
{
public:
    explicit OutputFile(const QString &path);
    ~OutputFile();
    OutputFile(const OutputFile &) = delete;
    OutputFile &operator=(const OutputFile &) = delete;

    Status open();
    QIODevice &device() { return m_file; }
    Status commit();

private:
    QString m_path;
    QFile m_file;
    bool m_replaces; ///< written beside it first
};

} // namespace joinery::cli
