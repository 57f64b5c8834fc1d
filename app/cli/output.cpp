// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <QJsonDocument>

#include <unistd.h>

namespace joinery::cli {

namespace {

constexpr qint64 kMillisecondsBetweenProgress = 100;

/// The line of the statement that the error points at, with a caret under the place.
QString excerpt(const Error &error)
{
    if (error.offset < 0 || error.offset > error.statement.size())
        return error.statement;
    const qsizetype begin = error.offset == 0 ? 0 : error.statement.lastIndexOf(u'\n', error.offset - 1) + 1;
    qsizetype end = error.statement.indexOf(u'\n', error.offset);
    if (end < 0)
        end = error.statement.size();
    QString blank = error.statement.mid(begin, error.offset - begin);
    for (QChar &c : blank)
        c = c == u'\t' ? u'\t' : u' ';
    const QString line = error.statement.mid(begin, end - begin);
    return line + u'\n' + blank + u'^';
}

QString indented(const QString &text)
{
    return QStringLiteral("  ") + QString(text).replace(u'\n', QStringLiteral("\n  "));
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return QStringLiteral("info");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Error:
        return QStringLiteral("error");
    }
    return {};
}

} // namespace

Output::Output() : m_errIsTerminal(isatty(STDERR_FILENO))
{
    // Both stay usable where the shell closed them: a write to them fails, and says so.
    (void)m_out.open(STDOUT_FILENO, QIODevice::WriteOnly);
    (void)m_err.open(STDERR_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered);
}

Status Output::write(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    if (m_out.write(bytes) != bytes.size())
        return fail(ErrorKind::Io, QStringLiteral("The output cannot be written: %1").arg(m_out.errorString()));
    return {};
}

Status Output::write(const QJsonObject &document)
{
    return write(QString::fromUtf8(QJsonDocument(document).toJson()));
}

Status Output::flush()
{
    endProgress();
    if (!m_out.isOpen() || !m_out.flush())
        return fail(ErrorKind::Io, QStringLiteral("The output cannot be written: %1").arg(m_out.errorString()));
    return {};
}

void Output::note(const QString &sentence)
{
    if (!m_quiet)
        say(sentence + u'\n');
}

void Output::finding(const Finding &finding)
{
    const QString object = finding.object.isEmpty() ? QString() : finding.object + QStringLiteral(": ");
    note(severityName(finding.severity) + u' ' + finding.code + QStringLiteral(": ") + object + finding.message);
}

void Output::progress(const QString &text)
{
    if (!m_errIsTerminal || m_quiet || m_json)
        return;
    if (m_progressShown && m_sinceProgress.elapsed() < kMillisecondsBetweenProgress)
        return;
    m_sinceProgress.start();
    m_err.write("\r\033[K" + text.toUtf8());
    m_progressShown = true;
}

void Output::error(const Error &error)
{
    // What is on stdout already comes first where both streams are the same terminal.
    (void)m_out.flush();
    if (m_json) {
        say(QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("error"), toJson(error)}}).toJson()));
        return;
    }
    QString text = QStringLiteral("joinery-cli: ") + error.message + u'\n';
    if (!error.detail.isEmpty())
        text += indented(error.detail) + u'\n';
    if (!error.statement.isEmpty())
        text += indented(excerpt(error)) + u'\n';
    say(text);
}

void Output::endProgress()
{
    if (m_progressShown)
        m_err.write("\r\033[K");
    m_progressShown = false;
}

void Output::say(const QString &text)
{
    endProgress();
    m_err.write(text.toUtf8());
}

QJsonObject toJson(const Error &error)
{
    QJsonObject json{{QStringLiteral("kind"), kindName(error.kind)},
                     {QStringLiteral("message"), error.message},
                     {QStringLiteral("sqlstate"), error.sqlState},
                     {QStringLiteral("statement"), error.statement},
                     {QStringLiteral("offset"), error.offset},
                     {QStringLiteral("damage"), damageName(error.damage)}};
    if (!error.detail.isEmpty())
        json.insert(QStringLiteral("detail"), error.detail);
    return json;
}

QJsonObject toJson(const Finding &finding)
{
    return {{QStringLiteral("severity"), severityName(finding.severity)},
            {QStringLiteral("code"), finding.code},
            {QStringLiteral("object"), finding.object},
            {QStringLiteral("message"), finding.message},
            {QStringLiteral("fix"), finding.fix}};
}

} // namespace joinery::cli
