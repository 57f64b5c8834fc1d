// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/interop/dbml/dbml.h"
#include "core/interop/dbml/token.h"

#include <QMultiMap>

namespace joinery::interop {

class DbmlReader
{
public:
    DbmlReader(std::vector<DbmlToken> tokens, const DialectOf &dialectOf) : m_tokens(std::move(tokens)), m_dialectOf(dialectOf) {}
    Result<dialect::Inspection> read();

private:
    /// The tokens of a value, [first, end).
    struct Setting
    {
        size_t first = 0, end = 0;
    };
    using Settings = QMultiMap<QString, Setting>;

    /// One end of a relation: book.(a, b).
    struct End
    {
        schema::Name table;
        QStringList columns;
    };
    struct Reference
    {
        QString name, kind;
        End left, right;
        schema::ForeignKeyAction onDelete = schema::ForeignKeyAction::NoAction, onUpdate = schema::ForeignKeyAction::NoAction;
        int line = 0;
    };

    Status readProject();
    Status readEnum();
    Result<Settings> readSettings();
    Status skipBlock();
    void finishTypes();
    // dbml_tables.cpp
    Status readTable(bool partial);
    Status readElement(schema::Table &table);
    Status readColumn(schema::Table &table);
    Status takeSettings(schema::Table &table, schema::Column &column, const Settings &settings);
    void takeDefault(schema::Column &column, const Setting &setting) const;
    Status readIndexes(schema::Table &table);
    Status readChecks(schema::Table &table);
    Result<QString> typeText();
    // dbml_references.cpp
    Status readReference();
    Result<End> readEnd();
    Status readRelation(Reference reference);
    Status finishReferences();

    const DbmlToken &peek() const { return m_tokens[m_at]; }
    bool take(const char *symbol);
    bool takeWord(const char *word);
    Status expect(const char *symbol);
    Result<QString> name();
    Result<schema::Name> fullName();
    QString textOf(const Setting &setting) const;
    Error wrong(const QString &expected) const;
    void notKept(const QString &object, const QString &what);

    std::vector<DbmlToken> m_tokens;
    const DialectOf &m_dialectOf;
    size_t m_at = 0;
    dialect::Inspection m_inspection;
    QHash<QString, schema::Table> m_partials;
    QHash<QString, schema::Name> m_aliases;
    std::vector<Reference> m_references;
};

} // namespace joinery::interop
