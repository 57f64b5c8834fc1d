// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/script_text.h"

#include "core/sql/lexer.h"

namespace joinery::sql {

QString terminated(const QString &statement, Flavor flavor)
{
    const std::vector<Token> tokens = significantTokens(statement, flavor);
    const auto isSemicolon = [&](const Token &token) { return token.is(statement, u';'); };
    // A comment to the end of the line would swallow the delimiter.
    const QString end = !tokens.empty() && tokens.back().end() < statement.trimmed().size() ? QStringLiteral("\n") : QString();
    if (flavor != Flavor::Mysql || std::ranges::none_of(tokens, isSemicolon))
        return statement + end + u';';
    QString delimiter = QStringLiteral("$$");
    while (statement.contains(delimiter))
        delimiter += u'$';
    return QStringLiteral("DELIMITER %1\n%2%3%1\nDELIMITER ;").arg(delimiter, statement, end);
}

} // namespace joinery::sql
