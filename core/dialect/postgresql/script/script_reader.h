// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/postgresql/postgresql_dialect.h"
#include "core/dialect/postgresql/script/parse_tree.h"
#include "core/dialect/postgresql/script/statement_text.h"

#include <QSet>

namespace joinery::dialect::script {

/// Follows a script as a server would, and keeps what the catalogue would hold at its end. The search_path is "public"
/// until the script says otherwise; the names of public come without their schema, as the inspector gives them. What is
/// not understood becomes a finding: IN211 a statement, IN212 a part of one, IN213 and IN214 what is no schema.
class ScriptReader
{
public:
    ScriptReader(const PostgresqlDialect &dialect, const CancelToken &token) : m_dialect(dialect), m_token(token) {}

    Result<Inspection> read(const QString &script);

private:
    using Name = schema::Name;
    using Table = schema::Table;
    using Definition = schema::Definition;
    using Options = QMap<QString, QString>;

    // --- script_reader.cpp
    void readStatement(const Node &statement);
    bool readTableStatement(const Node &statement);
    bool readOtherStatement(const Node &statement);
    void setVariable(const Node &statement);
    void readSelect(const Node &statement);
    void tellWhatWasSkipped();
    void find(const char *code, const QString &object, const QString &message, Severity severity = Severity::Warning);
    void notKept(const QString &object, const QString &what);

    // --- names.cpp
    Name created(const Node &rangeVar) const;                    ///< where CREATE puts it
    Name createdName(const QStringList &parts) const;
    Name found(const Node &rangeVar) const;                      ///< which one a statement means
    Name foundName(const QStringList &parts) const;
    Name inSchema(const QString &schema, const QString &plain) const;
    bool exists(const Name &name) const;
    Table *tableOf(const Node &rangeVar);
    QString quoted(const Name &name) const;
    QString quotedAll(const QStringList &names) const;
    QString qualified(const Name &name) const;                   ///< with "public" where it has no schema
    QString literal(const QString &text) const;
    QString freeRelationName(const Name &table, const QString &column, const QString &label) const;
    QString freeConstraintName(const Name &table, const QString &column, const QString &label) const;
    bool isRelationName(const Name &name) const;
    bool isConstraintName(const QString &schema, const QString &name) const;
    void collectUses(const Node &node, std::vector<Name> &uses, const Name &self) const;
    void collectUses(const QJsonValue &value, std::vector<Name> &uses, const Name &self) const;
    void use(std::vector<Name> &uses, const Name &name, const Name &self) const;

    // --- types.cpp
    QString formatType(const Node &typeName, bool withModifiers = true) const; ///< as the server's format_type
    QString signedValue(const Node &constant) const;
    schema::Type typeOf(const Node &typeName) const;
    QString collationOf(const Node &collateClause) const;
    QString writtenCollation(const Node &collateClause) const;
    QString keptCollation(const QStringList &parts) const;       ///< as Column::collation
    void createEnum(const Node &statement);
    void createDomain(const Node &statement);
    void createComposite(const Node &statement);
    void createRange(const Node &statement);
    void alterEnum(const Node &statement);
    void alterDomain(const Node &statement);

    // --- sequences.cpp
    void createSequence(const Node &statement);
    void alterSequence(const Node &statement);
    schema::Sequence *sequence(const Name &name);
    schema::Sequence &addColumnSequence(const Table &table, const schema::Column &column, const std::vector<Node> &options);
    void takeSequenceOptions(schema::Sequence &sequence, const std::vector<Node> &options);
    void finishSequences();
    bool foldIntoColumn(const schema::Sequence &sequence);

    // --- tables.cpp
    void createTable(const Node &statement);
    void addColumn(Table &table, const Node &definition);
    void addColumnConstraints(Table &table, const Node &definition, schema::Column &column, size_t end);
    void addSerial(Table &table, schema::Column &column);
    void takeParents(Table &table, const std::vector<Node> &parents);
    void takeLike(Table &table, const Node &clause);
    void takePartition(Table &table, const Table &parent);       ///< columns, checks, keys and indexes of the parent
    void takeOptions(Options &options, const std::vector<Node> &list) const;
    QString optionValue(const Node &option) const;
    QString partitionKey(const Node &specification) const;
    QString partitionBound(size_t from) const;
    std::vector<Name> childrenOf(const Name &table) const;
    void finishTables();

    // --- constraints.cpp
    /// `column` is set where the constraint stands in the definition of one; `attributes` say DEFERRABLE behind it.
    void addConstraint(Table &table, const Node &constraint, const QString &column, schema::Deferral deferral, size_t end);
    static schema::Deferral deferralOf(const Node &constraint); ///< of one that stands by itself
    void addKey(Table &table, const Node &constraint, const QStringList &columns, schema::Deferral deferral);
    void addForeignKey(Table &table, const Node &constraint, const QString &column, schema::Deferral deferral);
    void addCheck(Table &table, const Node &constraint, const QString &column, size_t end);
    void addExclusion(Table &table, const Node &constraint, size_t end);
    bool takeIndex(Table &table, const Node &constraint, schema::Deferral deferral);
    /// The text of a constraint from `keyword` on, up to the next comma.
    std::pair<size_t, size_t> constraintText(const Node &constraint, const char *keyword, size_t end) const;

    // --- alter_table.cpp
    void alterTable(const Node &statement);
    void alterColumn(Table &table, const Node &command);
    bool alterIndex(const Name &name, const Node &command);
    bool alterTrigger(Table &table, const Node &command);
    void alterOptions(Table &table, const Node &command);
    void attachPartition(Table &parent, const Node &command);
    void detach(Table &table);

    // --- indexes.cpp
    void createIndex(const Node &statement);
    schema::Index indexOf(const Node &statement) const;
    schema::IndexItem indexItem(const Node &element, std::pair<size_t, size_t> text) const;
    QString indexDefinition(const schema::Index &index, const Name &table) const;
    QString operatorClass(const Node &element) const;
    /// What an index without a name calls an expression: after its function, its cast or "expr".
    static QString figuredName(const Node &expression);
    static QStringList labelsOf(const schema::Index &index);     ///< the columns in the name of one that was given none

    // --- routines.cpp
    void createFunction(const Node &statement);
    QString arguments(const Node &statement, bool withDefaults) const;
    QString returns(const Node &statement) const;
    QString routineOptions(const Node &statement, QString &body) const;
    void createAggregate(const Node &statement);
    void createExtension(const Node &statement);
    void createNamespace(const Node &statement);

    // --- triggers.cpp
    void createTrigger(const Node &statement);
    void createRule(const Node &statement);
    void createPolicy(const Node &statement);
    void createStatistics(const Node &statement);
    void alterStatistics(const Node &statement);

    // --- objects.cpp
    bool createObject(const Node &statement);                    ///< what is kept as its statement alone
    bool changeObject(const Node &statement);
    Definition &addObject(const QString &what, const Name &name, const QString &identity, const QString &sql);
    Definition *object(const QString &signature);
    Definition *commentedObject(const Node &statement, QString &on);
    bool commentOnPart(const QString &kind, const Node &object, const QString &text);
    QString writtenOperator(const Name &name) const;
    static QString sides(const QString &left, const QString &right);
    QString foreignOptions(const std::vector<Node> &options) const;
    void createForeignTable(const Node &statement);
    bool setViewDefault(const Node &statement);

    // --- views.cpp
    void createView(const Node &statement);
    void createMaterialized(const Node &statement);
    // --- view_columns.cpp
    using Source = std::pair<QString, std::vector<schema::Column>>; ///< what a FROM or a WITH names, and its columns
    using Sources = std::vector<Source>;
    void takeViewColumns(schema::View &view, const Node &query, const QStringList &names);
    void collectSources(const Node &item, const Sources &queries, Sources &sources) const;
    std::vector<schema::Column> columnsOf(const Node &query, Sources queries) const;
    schema::Type expressionType(const Node &node, const Sources &sources) const;
    QString aliased(const QString &query, const QStringList &columns, const Name &view) const;

    // --- changes.cpp
    void comment(const Node &statement);
    bool commentOnTable(const QString &kind, const QStringList &parts, const QString &text);
    void drop(const Node &statement);
    void rename(const Node &statement);
    bool renamePart(const QString &kind, const Name &name, const Node &statement);
    Definition *definition(std::initializer_list<Definition::Kind> kinds, const Name &name, const Name &table = {});
    Definition &define(Definition::Kind kind, const Name &name, const QString &createSql, const QString &dropSql);

    const PostgresqlDialect &m_dialect;
    const CancelToken &m_token;
    Inspection m_inspection;
    StatementText m_text{QString()}; ///< of the statement that is being read
    int m_line = 1;                  ///< where it begins in the script
    QStringList m_path{QStringLiteral("public")};
    QHash<Name, std::vector<Node>> m_composites; ///< the fields of composite types
    QHash<Name, QString> m_domains;  ///< the types that they stand on
    QHash<Name, std::vector<Name>> m_parents; ///< of partitions and heirs
    QSet<Name> m_identities;         ///< sequences of identity columns
    int m_rows = 0, m_privileges = 0; ///< statements that were skipped
};

} // namespace joinery::dialect::script
