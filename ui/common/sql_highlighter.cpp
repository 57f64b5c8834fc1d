// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/sql_highlighter.h"

#include "core/sql/lexer.h"
#include "core/worker/language.h"
#include "ui/common/theme.h"

#include <QFontInfo>
#include <QGuiApplication>
#include <QScreen>

namespace joinery::ui {

namespace {

/// Scintilla reads sizes in points alone; the theme speaks in pixels.
QFont scintillaFont(QFont font)
{
    const int dpi = QGuiApplication::primaryScreen() ? int(QGuiApplication::primaryScreen()->logicalDotsPerInchY()) : 96;
    font.setPointSizeF(QFontInfo(font).pixelSize() * 72.0 / dpi);
    return font;
}

/// Engines list these as keywords, and people use them as names: in blue they would tell nothing.
const QStringList kRatherNames{
    QStringLiteral("name"), QStringLiteral("value"), QStringLiteral("data"), QStringLiteral("content"),
    QStringLiteral("version"), QStringLiteral("owner"), QStringLiteral("label"), QStringLiteral("level"),
    QStringLiteral("location"), QStringLiteral("password"), QStringLiteral("source"), QStringLiteral("class"),
    QStringLiteral("category"), QStringLiteral("document"), QStringLiteral("event"), QStringLiteral("position"),
    QStringLiteral("status"), QStringLiteral("state"), QStringLiteral("title"), QStringLiteral("host"),
    QStringLiteral("account"), QStringLiteral("description"), QStringLiteral("address"), QStringLiteral("number")};

QSet<QString> setOf(const QStringList &words) { return {words.begin(), words.end()}; }

} // namespace

SqlHighlighter::SqlHighlighter(QsciScintilla *parent) : QsciLexerCustom(parent)
{
    setDialect(QStringLiteral("generic"));
}

void SqlHighlighter::setDialect(const QString &name)
{
    m_dialect = name;
    const worker::Language language = worker::languageOf(name);
    m_keywords = setOf(language.keywords) - setOf(kRatherNames);
    m_functions = setOf(language.functions);
}

QString SqlHighlighter::description(int style) const
{
    // QScintilla takes an empty description for the end of the styles.
    return style < StyleCount ? QStringLiteral("style %1").arg(style) : QString();
}

void SqlHighlighter::applyTheme()
{
    const Colors &colors = theme().colors();
    const QFont font = scintillaFont(theme().monospaced());
    const QColor of[StyleCount] = {colors.identifier, colors.keyword, colors.string, colors.number, colors.comment,
                                   colors.function, colors.identifier, colors.changed, colors.identifier};
    setDefaultColor(colors.text);
    setDefaultPaper(colors.surface);
    setDefaultFont(font);
    for (int style = 0; style < StyleCount; ++style) {
        setColor(of[style], style);
        setPaper(colors.surface, style);
        setFont(font, style);
    }
}

/// Behind the last separator before `position`: no string or comment can reach over it.
int SqlHighlighter::safeStart(int position) const
{
    QsciScintilla *text = editor();
    for (int at = position - 1; at > 0; --at) {
        if (text->SendScintilla(QsciScintillaBase::SCI_GETSTYLEAT, at) == Separator)
            return at + 1;
    }
    return 0;
}

void SqlHighlighter::styleText(int start, int end)
{
    if (!editor())
        return;
    const int from = safeStart(start);
    const QByteArray utf8 = editor()->bytes(from, std::max(end, from));
    const QString text = QString::fromUtf8(utf8.constData(), qstrnlen(utf8.constData(), size_t(utf8.size())));
    startStyling(from);
    sql::Lexer lexer(text, sql::flavorOf(m_dialect));
    for (sql::Token token = lexer.next(); token.kind != sql::TokenKind::End; token = lexer.next()) {
        Style style = Plain;
        switch (token.kind) {
        case sql::TokenKind::Comment: style = Comment; break;
        case sql::TokenKind::Conditional:
        case sql::TokenKind::String: style = String; break;
        case sql::TokenKind::Number: style = Number; break;
        case sql::TokenKind::QuotedName: style = QuotedName; break;
        case sql::TokenKind::Parameter: style = Parameter; break;
        case sql::TokenKind::Operator: style = token.is(text, u';') ? Separator : Plain; break;
        case sql::TokenKind::Word: {
            const QString word = token.in(text).toString().toLower();
            const bool called = token.end() < text.size() && text.at(token.end()) == u'(';
            style = called && m_functions.contains(word) ? Function : m_keywords.contains(word) ? Keyword : Plain;
            break;
        }
        case sql::TokenKind::Blank:
        case sql::TokenKind::End: break;
        }
        setStyling(int(token.in(text).toUtf8().size()), style);
    }
}

} // namespace joinery::ui
