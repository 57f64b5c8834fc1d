// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mysql/mysql_ddl.h"

namespace joinery::dialect {

using namespace operation;
using schema::Column;
using schema::Default;
using schema::Table;

namespace {

/// Defaults that stand without parentheses.
bool isPlainDefault(const QString &expression)
{
    const QString text = expression.trimmed().toLower();
    for (const char *start : {"current_timestamp", "now(", "localtime", "null", "(", "'", "b'", "x'", "-"}) {
        if (text.startsWith(QLatin1String(start)))
            return true;
    }
    return !text.isEmpty() && text.at(0).isDigit();
}

} // namespace

QString MysqlDdl::columnText(const Table &table, const Column &column) const
{
    QString line = id(column.name) + u' ' + m_dialect.typeText(withEnumValues(column.type, m_before));
    if (!column.charset.isEmpty())
        line += QLatin1String(" CHARACTER SET ") + column.charset;
    if (!column.collation.isEmpty())
        line += QLatin1String(" COLLATE ") + column.collation;
    if (column.options.contains(QStringLiteral("row"))) {
        line += QLatin1String(" GENERATED ALWAYS AS ROW ") + column.options.value(QStringLiteral("row"));
    } else if (column.computed) {
        line += QStringLiteral(" GENERATED ALWAYS AS (%1) %2")
                    .arg(column.computed->expression, QLatin1String(column.computed->stored ? "STORED" : "VIRTUAL"));
    } else {
        if (!column.nullable || table.isInPrimaryKey(column.name))
            line += QLatin1String(" NOT NULL");
        else if (line.contains(QLatin1String(" timestamp"), Qt::CaseInsensitive))
            line += QLatin1String(" NULL"); // otherwise the server makes it NOT NULL on its own
        if (column.identity) {
            line += QLatin1String(" AUTO_INCREMENT");
        } else if (column.defaultValue) {
            const QString value = m_dialect.defaultText(*column.defaultValue, column.type);
            const bool bare = column.defaultValue->kind == Default::Kind::Literal || isPlainDefault(value);
            line += QLatin1String(" DEFAULT ") + (bare ? value : QString(u'(' + value + u')'));
        }
        if (!column.onUpdate.isEmpty())
            line += QLatin1String(" ON UPDATE ") + column.onUpdate;
    }
    if (column.options.contains(QStringLiteral("invisible")))
        line += QLatin1String(" INVISIBLE");
    if (column.options.contains(QStringLiteral("without_system_versioning")))
        line += QLatin1String(" WITHOUT SYSTEM VERSIONING");
    if (!column.comment.isEmpty())
        line += QLatin1String(" COMMENT ") + text(column.comment);
    for (const schema::Check &check : table.checks) {
        if (check.options.value(QStringLiteral("column")) == column.name)
            line += QLatin1String(" CHECK (") + check.expression + u')';
    }
    return line;
}

QString MysqlDdl::constraintText(const Constraint &constraint) const
{
    const QString line = DdlWriter::constraintText(constraint);
    return std::visit(Overloaded{
        [&](const schema::PrimaryKey &key) -> QString { // its name is always PRIMARY
            QString columns = key.options.value(QStringLiteral("columns"), ids(key.columns)); // with lengths and orders
            if (key.options.contains(QStringLiteral("without_overlaps")))
                columns += QStringLiteral(", %1 WITHOUT OVERLAPS").arg(id(key.options.value(QStringLiteral("without_overlaps"))));
            const QString comment = key.options.value(QStringLiteral("comment"));
            const QString method = key.options.value(QStringLiteral("using"));
            const QString size = key.options.value(QStringLiteral("key_block_size"));
            return QLatin1String("PRIMARY KEY (") + columns + u')' + (method.isEmpty() ? QString() : QString(QLatin1String(" USING ") + method))
                + (size.isEmpty() ? QString() : QString(QLatin1String(" KEY_BLOCK_SIZE=") + size))
                + (comment.isEmpty() ? QString() : QString(QLatin1String(" COMMENT ") + text(comment)));
        },
        [&](const schema::Unique &key) -> QString {
            if (!key.options.contains(QStringLiteral("without_overlaps")))
                return line;
            return line.chopped(1) + QStringLiteral(", %1 WITHOUT OVERLAPS)").arg(id(key.options.value(QStringLiteral("without_overlaps"))));
        },
        [&](const schema::ForeignKey &key) -> QString { // MariaDB keeps a NO ACTION that was spelt out
            QString text = line;
            if (key.options.contains(QStringLiteral("on_delete")))
                text += QLatin1String(" ON DELETE ") + key.options.value(QStringLiteral("on_delete"));
            if (key.options.contains(QStringLiteral("on_update")))
                text += QLatin1String(" ON UPDATE ") + key.options.value(QStringLiteral("on_update"));
            return text;
        },
        [&](const schema::Check &check) -> QString { return line + QLatin1String(check.enforced ? "" : " NOT ENFORCED"); },
        [&](const schema::Exclusion &) -> QString { return line; },
    }, constraint);
}

QString MysqlDdl::indexItems(const schema::Index &index) const
{
    QStringList items;
    for (const schema::IndexItem &item : index.items) {
        QString text = item.expression.isEmpty() ? id(item.column) : QString(u'(' + item.expression + u')');
        if (item.length)
            text += QStringLiteral("(%1)").arg(*item.length);
        if (item.descending)
            text += QLatin1String(" DESC");
        items << text;
    }
    return items.join(QLatin1String(", "));
}

QString MysqlDdl::indexKind(const schema::Index &index) const
{
    if (index.method == QLatin1String("FULLTEXT") || index.method == QLatin1String("SPATIAL"))
        return index.method + QLatin1String(" INDEX");
    return QLatin1String(index.unique ? "UNIQUE INDEX" : "INDEX");
}

QString MysqlDdl::indexOptions(const schema::Index &index) const
{
    QString text;
    const bool special = index.method == QLatin1String("FULLTEXT") || index.method == QLatin1String("SPATIAL");
    if (!index.method.isEmpty() && !special)
        text += QLatin1String(" USING ") + index.method.toUpper();
    if (index.options.contains(QStringLiteral("parser")))
        text += QLatin1String(" WITH PARSER ") + index.options.value(QStringLiteral("parser"));
    if (index.options.contains(QStringLiteral("key_block_size")))
        text += QLatin1String(" KEY_BLOCK_SIZE=") + index.options.value(QStringLiteral("key_block_size"));
    if (index.options.value(QStringLiteral("visible")) == QLatin1String("false"))
        text += QLatin1String(" INVISIBLE");
    if (index.options.value(QStringLiteral("ignored")) == QLatin1String("true"))
        text += QLatin1String(" IGNORED");
    if (!index.comment.isEmpty())
        text += QLatin1String(" COMMENT ") + this->text(index.comment);
    return text;
}

QString MysqlDdl::indexText(const Name &tableName, const schema::Index &index, bool) const
{
    return QStringLiteral("CREATE %1 %2 ON %3 (%4)%5")
        .arg(indexKind(index), id(index.name), id(tableName), indexItems(index), indexOptions(index));
}

QStringList MysqlDdl::constraintLines(const Table &table, bool withForeignKeys) const
{
    Table plain = table; // a column's own checks stand with the column
    std::erase_if(plain.checks, [](const schema::Check &check) { return check.options.contains(QStringLiteral("column")); });
    QStringList lines = DdlWriter::constraintLines(plain, false);
    if (table.options.contains(QStringLiteral("period")))
        lines << QLatin1String("PERIOD FOR ") + table.options.value(QStringLiteral("period"));
    for (const schema::Index &index : table.indexes)
        lines << QStringLiteral("%1 %2 (%3)%4").arg(indexKind(index), id(index.name), indexItems(index), indexOptions(index));
    if (withForeignKeys) {
        for (const schema::ForeignKey &key : table.foreignKeys)
            lines << constraintText(key);
    }
    return lines;
}

QString MysqlDdl::tableOption(const QString &key, const QString &value) const
{
    if (key == QLatin1String("charset"))
        return QLatin1String("DEFAULT CHARSET=") + value;
    if (key == QLatin1String("collation"))
        return QLatin1String("COLLATE=") + value;
    if (key == QLatin1String("auto_increment") || key == QLatin1String("partition_by") || key == QLatin1String("period")
        || key == QLatin1String("system_versioning"))
        return {};
    return key.toUpper() + u'=' + value;
}

QString MysqlDdl::tableOptions(const Table &table) const
{
    QStringList parts;
    // The character set before its collation, as the server writes it.
    for (const char *key : {"engine", "charset", "collation"}) {
        if (table.options.contains(QLatin1String(key)))
            parts << tableOption(QLatin1String(key), table.options.value(QLatin1String(key)));
    }
    for (const auto &[key, value] : table.options.asKeyValueRange()) {
        if (key != QLatin1String("engine") && key != QLatin1String("charset") && key != QLatin1String("collation"))
            parts << tableOption(key, value);
    }
    if (!table.comment.isEmpty())
        parts << QLatin1String("COMMENT=") + text(table.comment);
    parts.removeAll(QString());
    QString options = parts.isEmpty() ? QString() : QString(u' ' + parts.join(u' '));
    if (table.options.contains(QStringLiteral("system_versioning")))
        options += QLatin1String(" WITH SYSTEM VERSIONING");
    if (table.options.contains(QStringLiteral("partition_by")))
        options += QLatin1String("\nPARTITION BY ") + table.options.value(QStringLiteral("partition_by"));
    return options;
}

void MysqlDdl::addWholeTable(const Table &table) { addTable(table, true); }

void MysqlDdl::addView(const schema::View &view)
{
    QString sql = QStringLiteral("CREATE ");
    const QString algorithm = view.options.value(QStringLiteral("algorithm"));
    if (!algorithm.isEmpty() && algorithm.compare(QLatin1String("UNDEFINED"), Qt::CaseInsensitive) != 0)
        sql += QLatin1String("ALGORITHM=") + algorithm.toUpper() + u' ';
    const QString security = view.options.value(QStringLiteral("security"));
    if (!security.isEmpty() && security.compare(QLatin1String("DEFINER"), Qt::CaseInsensitive) != 0)
        sql += QLatin1String("SQL SECURITY ") + security.toUpper() + u' ';
    sql += QStringLiteral("VIEW %1 AS\n%2").arg(id(view.name), view.query);
    const QString check = view.options.value(QStringLiteral("check_option"));
    if (!check.isEmpty() && check.compare(QLatin1String("NONE"), Qt::CaseInsensitive) != 0)
        sql += QLatin1String("\nWITH ") + check.toUpper() + QLatin1String(" CHECK OPTION");
    add(sql);
}

} // namespace joinery::dialect
