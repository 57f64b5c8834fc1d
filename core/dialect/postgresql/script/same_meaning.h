// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/catalog.h"

#include <QJsonArray>
#include <QJsonObject>

namespace joinery::dialect::script {

/// Whether a piece of SQL that somebody wrote says what the server's own spelling of it says: names are qualified, stars are
/// written out, IN is = ANY, casts that the server puts in are there. What cannot be told is a difference.
class SameMeaning
{
public:
    /// Columns are those of the tables and views of `catalog`, and of `table` where the pieces belong to one.
    explicit SameMeaning(const schema::Catalog &catalog, const schema::Table *table = nullptr);

    /// Whole statements, separated by semicolons.
    bool statements(const QString &server, const QString &written);
    /// Bounds of partitions, from FOR VALUES or DEFAULT on: their literals are of a type that nobody says.
    bool bounds(const QString &server, const QString &written);
    /// Expressions; `type` is the one that literals are given, as the server calls it, where something gives them one.
    bool expressions(const QString &server, const QString &written, const QString &type = {});

    /// How the server calls a column that nobody named; empty where it finds nothing.
    static QString figuredName(const QJsonValue &node);

private:
    /// A tree and the text that it was made of: the tree leaves out numbers below one.
    struct Side
    {
        QByteArray text;
        QJsonArray trees;
    };
    static bool parse(const QString &sql, Side &side);
    void learnColumns(const QJsonValue &tree);
    void learnTable(const std::vector<schema::Column> &columns);

    // --- same_meaning.cpp
    bool same(const QJsonValue &server, const QJsonValue &written);
    bool sameFields(const QJsonObject &server, const QJsonObject &written, const QStringList &except = {});
    bool sameList(const QJsonArray &server, const QJsonArray &written);
    bool sameNode(const QString &kind, const QJsonObject &server, const QJsonObject &written);
    bool sameObject(const QString &kind, const QJsonObject &server, const QJsonObject &written);
    bool sameWithCast(const QJsonObject &server, const QJsonValue &written, const QString &sibling);
    QString typeOf(const QJsonValue &node) const;

    // --- same_query.cpp
    bool sameSelect(QJsonObject server, QJsonObject written);
    bool sameTargets(const QJsonArray &server, const QJsonArray &written, const QJsonArray &names);
    bool sameOrder(const QJsonValue &server, const QJsonValue &written, const QJsonObject &serverSelect, const QJsonObject &writtenSelect);
    bool sameAlias(const QJsonObject &server, const QJsonObject &written, const QString &ownName);
    qsizetype starWidth(const QJsonObject &star, const QJsonObject &select) const;

    // --- reduced_tree.cpp
    QJsonValue reduced(const QJsonValue &node, const QByteArray &text) const;
    QJsonObject reducedNode(const QString &kind, QJsonObject fields, const QByteArray &text) const;

    const schema::Catalog &m_catalog;
    QMap<QString, QString> m_columns; ///< name to type; empty where two are called alike
    Side m_server, m_written;
    bool m_anyType = false; ///< literals without a type may be moments or numbers
};

/// One kind of node in a wrapping object: {"Kind": {...}}; nothing where it is none.
QString kindOf(const QJsonValue &node);
QJsonObject fieldsOf(const QJsonValue &node);
QJsonObject wrapped(const QString &kind, const QJsonObject &fields);
/// The texts of a list of String nodes; "*" for a star.
QStringList stringsOf(const QJsonValue &list);
/// As format_type calls it, without modifiers: int4 is integer.
QString typeNamed(const QJsonObject &typeName);
bool isTextType(const QString &type);
bool isNumberType(const QString &type);
/// Whether two texts are one value of a type.
bool sameLiteral(const QString &left, const QString &right, const QString &type);

} // namespace joinery::dialect::script
