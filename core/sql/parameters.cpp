// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/parameters.h"

#include "core/sql/lexer.h"

namespace joinery::sql {

namespace {

QString nameOf(QStringView token, int &plain)
{
    return token.size() == 1 ? QString::number(++plain) : token.mid(1).toString();
}

} // namespace

QStringList parameterNames(QStringView statement, Flavor flavor)
{
    QStringList names;
    int plain = 0;
    for (const Token &token : significantTokens(statement, flavor)) {
        if (token.kind == TokenKind::Parameter) {
            const QString name = nameOf(token.in(statement), plain);
            if (!names.contains(name))
                names.append(name);
        }
    }
    return names;
}

BoundStatement bindParameters(QStringView statement, Flavor flavor, const std::function<QString(int)> &placeholder)
{
    BoundStatement bound;
    // $1 can be said twice, ? cannot.
    const bool numbered = placeholder(1) != placeholder(2);
    Lexer lexer(statement, flavor);
    int plain = 0;
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        if (token.kind != TokenKind::Parameter) {
            bound.sql += token.in(statement);
            continue;
        }
        const QString name = nameOf(token.in(statement), plain);
        qsizetype position = numbered ? bound.order.indexOf(name) : -1;
        if (position < 0) {
            position = bound.order.size();
            bound.order.append(name);
        }
        bound.sql += placeholder(int(position) + 1);
        bound.pieces.push_back({token.end(), bound.sql.size()});
    }
    return bound;
}

qsizetype BoundStatement::sourceOffset(qsizetype offset) const
{
    if (offset < 0)
        return offset;
    qsizetype shift = 0;
    for (const Piece &piece : pieces) {
        if (offset < piece.bound)
            break;
        shift = piece.source - piece.bound;
    }
    return offset + shift;
}

} // namespace joinery::sql
