// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/result.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonObject>

namespace joinery::cli {

/// The two streams: data on stdout and nothing else; everything that is said about it on stderr.
class Output
{
public:
    Output();

    void setJson(bool json) { m_json = json; }
    void setQuiet(bool quiet) { m_quiet = quiet; }
    bool isJson() const { return m_json; }

    /// stdout, for writers that stream.
    QIODevice &device() { return m_out; }
    Status write(const QString &text);
    Status writeLine(const QString &text) { return write(text + u'\n'); }
    Status write(const QJsonObject &document);
    /// What is still in buffers goes out; a full disk is learnt of here.
    Status flush();

    /// A sentence on stderr, which -q silences.
    void note(const QString &sentence);
    void finding(const Finding &finding);
    /// One line on a terminal that is written over; nothing in a pipe.
    void progress(const QString &text);
    void error(const Error &error);

private:
    void endProgress();
    void say(const QString &text);

    QFile m_out;
    QFile m_err;
    bool m_json = false;
    bool m_quiet = false;
    bool m_errIsTerminal;
    bool m_progressShown = false;
    QElapsedTimer m_sinceProgress;
};

QJsonObject toJson(const Error &error);
QJsonObject toJson(const Finding &finding);

} // namespace joinery::cli
