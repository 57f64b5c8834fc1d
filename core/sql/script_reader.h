// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sql/splitter.h"

#include <QIODevice>
#include <QStringDecoder>

#include <deque>
#include <optional>

namespace joinery::sql {

/// The statements of a script of any size, one after the other: what is held is the longest of them, and a piece of the file.
/// The script is UTF-8, with or without a mark; UTF-16 with one.
class ScriptReader
{
public:
    struct Statement
    {
        QString text;
        qint64 line = 1; ///< on which it begins, counted from 1
        bool hasData = false; ///< the lines of a COPY stand behind it
        qint64 dataLine = 0;  ///< on which they begin
    };

    /// The device outlives the reader.
    ScriptReader(QIODevice &device, Flavor flavor) : m_device(device), m_flavor(flavor) {}

    /// Nothing at the end.
    Result<std::optional<Statement>> next();
    /// Further whole lines of the data behind the statement that next() gave, without the closing \. line, in pieces of
    /// any size; nothing at their end. What is not read is skipped by next().
    Result<QString> readData();

private:
    struct Ready
    {
        Statement statement;
        QString data;      ///< all of it
        bool open = false; ///< or what m_text begins with, and more
    };

    Status readOn();
    void dropText(qsizetype length);

    QIODevice &m_device;
    Flavor m_flavor;
    std::optional<QStringDecoder> m_decoder;
    QString m_text;
    QString m_delimiter = QStringLiteral(";");
    std::deque<Ready> m_ready;
    QString m_data;
    bool m_dataOpen = false;
    qint64 m_line = 1; ///< of the start of m_text
    bool m_atEnd = false;
};

} // namespace joinery::sql
