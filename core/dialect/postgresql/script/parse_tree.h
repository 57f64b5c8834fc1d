// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace joinery::dialect::script {

/// A node of the tree that PostgreSQL's own parser makes of a statement. Fields that are zero, false or empty are not in
/// it: to ask for one gives just that. The names of kinds and fields are those of the server's parsenodes.h.
class Node
{
public:
    Node() = default;
    Node(QString kind, QJsonObject fields) : m_kind(std::move(kind)), m_fields(std::move(fields)) {}
    /// {"Kind": {...}}
    static Node wrapped(const QJsonValue &value);

    const QString &kind() const { return m_kind; }
    bool is(const char *kind) const { return m_kind == QLatin1String(kind); }
    bool isNull() const { return m_kind.isEmpty() && m_fields.isEmpty(); }
    const QJsonObject &fields() const { return m_fields; }

    bool has(const char *field) const { return m_fields.contains(QLatin1String(field)); }
    QString text(const char *field) const { return m_fields.value(QLatin1String(field)).toString(); }
    int number(const char *field) const { return m_fields.value(QLatin1String(field)).toInt(); }
    bool flag(const char *field) const { return m_fields.value(QLatin1String(field)).toBool(); }
    /// A field of any kind of node.
    Node child(const char *field) const { return wrapped(m_fields.value(QLatin1String(field))); }
    /// A field that can be of one kind alone, whose name is not in the tree.
    Node plain(const char *field) const { return Node(QString(), m_fields.value(QLatin1String(field)).toObject()); }
    std::vector<Node> list(const char *field) const;
    /// A list of String nodes.
    QStringList names(const char *field) const;
    /// In bytes of the statement.
    int location() const { return number("location"); }

    /// String, Integer, Float, Boolean and A_Const as text; the last name of a TypeName; empty for all else.
    QString value() const;

private:
    QString m_kind;
    QJsonObject m_fields;
};

/// Fails with the parser's own words and the place in the statement.
Result<Node> parseStatement(const QString &sql);
/// All statements, as the parser's own JSON has them.
Result<QJsonArray> parseStatements(const QString &sql);

} // namespace joinery::dialect::script
