// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/table_rows.h"

#include "core/builtin.h"
#include "core/session/change_sql.h"

namespace joinery::worker {

session::RowSource rowSource(const schema::Catalog &catalog, const schema::Name &name, const QString &dialect)
{
    session::RowSource source;
    source.table.name = name;
    if (const schema::Table *table = catalog.table(name)) {
        source.table = *table;
        source.key = session::chooseRowKey(*table, false, dialectNamed(dialect).capabilities());
    } else if (const schema::View *view = catalog.view(name)) {
        source.isView = true;
        source.table.columns = view->columns;
    }
    return source;
}

bool isSeekable(const session::RowSource &source, const QString &dialect)
{
    return source.isSeekable(dialectNamed(dialect).capabilities());
}

QString previewScript(const session::RowSource &source, const std::vector<session::RowChange> &changes, const QString &dialect)
{
    return session::previewScript(dialectNamed(dialect), source, changes);
}

QString changeText(const session::RowSource &source, const session::RowChange &change, const QString &dialect)
{
    return session::changeStatement(dialectNamed(dialect), source, change).text;
}

QString typeText(const schema::Type &type, const QString &dialect) { return dialectNamed(dialect).typeText(type); }

bool isCounted(const session::RowSource &source, const QString &column, const QString &dialect)
{
    return source.table.primaryKey && source.table.primaryKey->columns == QStringList{column}
           && session::isAddressAlias(source.table, {column}, dialectNamed(dialect).capabilities());
}

bool hasLooseTypes(const QString &dialect) { return dialectNamed(dialect).capabilities().looseTypes; }

} // namespace joinery::worker
