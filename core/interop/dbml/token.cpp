// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interop/dbml/token.h"

#include <QStringList>

namespace joinery::interop {

namespace {

using Kind = DbmlToken::Kind;

/// A block string loses the indentation that all its lines share, and the line breaks beside its quotes.
QString unindented(const QString &block)
{
    QStringList lines = block.split(u'\n');
    qsizetype least = -1;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        qsizetype indent = 0;
        while (indent < lines[i].size() && lines[i][indent] == u' ')
            ++indent;
        if (indent < lines[i].size() && (i > 0 || indent > 0))
            least = least < 0 ? indent : std::min(least, indent);
    }
    for (QString &line : lines)
        line = line.startsWith(QString(std::max<qsizetype>(0, least), u' ')) ? line.mid(std::max<qsizetype>(0, least)) : line.trimmed();
    if (lines.size() > 1 && lines.first().trimmed().isEmpty())
        lines.removeFirst();
    if (lines.size() > 1 && lines.last().trimmed().isEmpty())
        lines.removeLast();
    return lines.join(u'\n');
}

class Scanner
{
public:
    explicit Scanner(const QString &text) : m_text(text) {}

    Result<std::vector<DbmlToken>> scan()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at);
            if (c == u'\n')
                ++m_line;
            if (c.isSpace()) {
                ++m_at;
            } else if (startsWith("//")) {
                while (m_at < m_text.size() && m_text.at(m_at) != u'\n')
                    ++m_at;
            } else if (startsWith("/*")) {
                JOINERY_TRY(quoted("/*", "*/", {}, false));
            } else if (startsWith("'''")) {
                JOINERY_TRY(quoted("'''", "'''", Kind::String, true));
                m_tokens.back().text = unindented(m_tokens.back().text);
            } else if (c == u'\'') {
                JOINERY_TRY(quoted("'", "'", Kind::String, true));
            } else if (c == u'"') {
                JOINERY_TRY(quoted("\"", "\"", Kind::Quoted, true));
            } else if (c == u'`') {
                JOINERY_TRY(quoted("`", "`", Kind::Expression, false));
            } else if (c.isLetterOrNumber() || c == u'_' || c == u'#' || c.isSurrogate()) {
                word();
            } else {
                const qsizetype length = startsWith("<>") ? 2 : 1;
                m_tokens.push_back({Kind::Symbol, m_text.mid(m_at, length), m_line});
                m_at += length;
            }
        }
        m_tokens.push_back({Kind::End, {}, m_line});
        return std::move(m_tokens);
    }

private:
    bool startsWith(const char *text) const { return QStringView(m_text).mid(m_at).startsWith(QLatin1String(text)); }

    void word()
    {
        const qsizetype start = m_at;
        const auto belongs = [&](QChar c) {
            const bool decimal = c == u'.' && m_text.at(start).isDigit() && m_at + 1 < m_text.size() && m_text.at(m_at + 1).isDigit();
            return c.isLetterOrNumber() || c == u'_' || c == u'#' || c.isSurrogate() || c.isMark() || decimal;
        };
        while (m_at < m_text.size() && belongs(m_text.at(m_at)))
            ++m_at;
        m_tokens.push_back({Kind::Word, m_text.mid(start, m_at - start), m_line});
    }

    /// Without a kind it is a comment.
    Status quoted(const char *open, const char *close, std::optional<Kind> kind, bool escapes)
    {
        const int line = m_line;
        m_at += qsizetype(qstrlen(open));
        QString text;
        while (m_at < m_text.size() && !startsWith(close)) {
            QChar c = m_text.at(m_at);
            if (escapes && c == u'\\' && m_at + 1 < m_text.size()) {
                c = m_text.at(++m_at);
                if (c == u'\n') { // the line goes on
                    ++m_line;
                    ++m_at;
                    continue;
                }
                if (c != u'\\' && c != u'\'' && c != u'"')
                    text += u'\\';
            }
            if (c == u'\n')
                ++m_line;
            text += c;
            ++m_at;
        }
        if (m_at >= m_text.size())
            return fail(ErrorKind::InvalidInput, QStringLiteral("Line %1: what begins with %2 is not closed.").arg(line).arg(QLatin1String(open)));
        m_at += qsizetype(qstrlen(close));
        if (kind)
            m_tokens.push_back({*kind, text, line});
        return {};
    }

    const QString &m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    std::vector<DbmlToken> m_tokens;
};

} // namespace

Result<std::vector<DbmlToken>> dbmlTokens(const QString &text)
{
    return Scanner(text).scan();
}

} // namespace joinery::interop
