// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/column_filter.h"

#include "core/dialect/text_match.h"
#include "core/session/like_pattern.h"
#include "core/session/row_key.h"
#include "core/session/value_json.h"

#include <QJsonArray>

namespace joinery::session {

using driver::Value;
using schema::TypeKind;

namespace {

const QString kKinds[] = {QStringLiteral("contains"), QStringLiteral("range"), QStringLiteral("oneOf"), QStringLiteral("noneOf")};

bool isText(const schema::Type &type)
{
    return type.kind == TypeKind::String || type.kind == TypeKind::Char || type.kind == TypeKind::Text;
}

QString asText(const dialect::Dialect &dialect, const QString &column)
{
    // Engines with inline enums cast to CHAR alone.
    return u"CAST(" % column % (dialect.capabilities().inlineEnums ? u" AS CHAR)" : u" AS TEXT)");
}

QString listSql(const QString &column, const ColumnFilter &filter, const std::function<QString(const Value &)> &bind)
{
    const bool wanted = filter.kind == ColumnFilter::Kind::OneOf;
    bool null = false;
    QStringList places;
    for (const Value &value : filter.values) {
        if (value.isNull())
            null = true;
        else
            places.append(bind(value));
    }
    if (places.isEmpty())
        return null ? QString(column % (wanted ? u" IS NULL" : u" IS NOT NULL")) : wanted ? QStringLiteral("1 = 0") : QStringLiteral("1 = 1");
    const QString in = places.size() == 1 ? QString(column % (wanted ? u" = " : u" <> ") % places.first())
                                          : QString(column % (wanted ? u" IN (" : u" NOT IN (") % places.join(u", ") % u")");
    // NULL is in no list, and out of none either.
    return null == wanted ? QString(u"(" % in % u" OR " % column % u" IS NULL)") : in;
}

} // namespace

QString filterSql(const dialect::Dialect &dialect, const schema::Type &type, const ColumnFilter &filter,
                  const std::function<QString(const Value &)> &bind)
{
    const QString quoted = dialect.quote(filter.column);
    const QString column = isComparable(type, dialect.capabilities()) ? quoted : asText(dialect, quoted);
    switch (filter.kind) {
    case ColumnFilter::Kind::Contains: {
        const QString text = filter.values.empty() ? QString() : filter.values.front().toText();
        const QString fold = dialect::textMatchOf(dialect.name()).fold;
        return fold % u'(' % (isText(type) ? quoted : asText(dialect, quoted)) % u") LIKE " % fold % u'('
               % bind(Value::text(containsPattern(text))) % u") ESCAPE '" % kLikeEscape % u'\'';
    }
    case ColumnFilter::Kind::Range: {
        QStringList parts;
        if (!filter.values.empty() && !filter.values.front().isNull())
            parts.append(quoted % u" >= " % bind(filter.values.front()));
        if (filter.values.size() > 1 && !filter.values[1].isNull())
            parts.append(quoted % u" <= " % bind(filter.values[1]));
        return parts.isEmpty() ? QStringLiteral("1 = 1") : QString(u"(" % parts.join(u" AND ") % u")");
    }
    case ColumnFilter::Kind::OneOf:
    case ColumnFilter::Kind::NoneOf: return listSql(column, filter, bind);
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const ColumnFilter &filter)
{
    QJsonArray values;
    for (const Value &value : filter.values)
        values.append(valueToJson(value));
    return {{QStringLiteral("column"), filter.column}, {QStringLiteral("kind"), kKinds[size_t(filter.kind)]}, {QStringLiteral("values"), values}};
}

Result<ColumnFilter> columnFilterFromJson(const QJsonObject &json)
{
    ColumnFilter filter;
    filter.column = json[QStringLiteral("column")].toString();
    const auto kind = std::find(std::begin(kKinds), std::end(kKinds), json[QStringLiteral("kind")].toString());
    if (kind == std::end(kKinds) || filter.column.isEmpty())
        return fail(ErrorKind::Corrupt, QStringLiteral("A filter is damaged."));
    filter.kind = ColumnFilter::Kind(kind - std::begin(kKinds));
    for (const QJsonValue &value : json[QStringLiteral("values")].toArray()) {
        JOINERY_TRY_VALUE(Value read, valueFromJson(value));
        filter.values.push_back(std::move(read));
    }
    return filter;
}

} // namespace joinery::session
