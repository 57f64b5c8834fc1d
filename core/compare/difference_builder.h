// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/matching.h"
#include "core/compare/table_change.h"

#include <QSet>

namespace joinery::compare {

/// Writes the operations in an order that applies. Every operation is applied to a copy of `from` as soon as it is
/// written, so the next one is worded on what is there by then.
class DifferenceBuilder
{
public:
    DifferenceBuilder(const schema::Catalog &from, const schema::Catalog &to, const Options &options);
    Result<Difference> build();

private:
    void emitOperation(operation::Operation operation);
    Status guard() const;

    // The phases, in order.
    void createTypes();
    void changeEnum(const schema::EnumType &from, const schema::EnumType &to);
    void renameAll();
    void renameColumns(const TablePair &pair);
    void compareTables();
    void clearWay();
    void dropForeignKeys();
    void dropKeysAndIndexes();
    void createTables();
    void changeColumns();
    void addKeysAndIndexes();
    void addForeignKeys();
    void dropColumnsAndTables();
    void changeTables();
    void dropTypes();
    void createViews();

    QStringList droppedColumns(const TablePair &pair) const;
    void noteColumnOrder();
    void noteRequiredColumns();

    const schema::Catalog &m_from;
    const schema::Catalog &m_to;
    const Options &m_options;
    schema::Catalog m_state; ///< `from`, with what was written so far
    Shape m_fromShape, m_toShape;
    Matching m_matching;
    std::vector<TableChange> m_changes;
    /// Columns and tables that stood in the way of a rename until they are dropped: old name to where they are now.
    QHash<QString, QString> m_movedColumns;
    QHash<schema::Name, schema::Name> m_movedTables;
    std::vector<std::pair<schema::Name, schema::ForeignKey>> m_lateKeys;
    std::vector<schema::View> m_viewsToMake;
    std::vector<schema::Definition> m_definitionsToMake;
    Difference m_result;
    Status m_status;
};

} // namespace joinery::compare
