// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/diagram_json.h"

#include <QJsonArray>

#include <algorithm>

namespace joinery::diagram {

namespace {

constexpr int kFormat = 1;

QJsonObject toJson(const Placement &placement)
{
    QJsonObject json;
    if (!placement.uid.isNull())
        json[QLatin1String("uid")] = placement.uid.toString();
    if (!placement.name.schema.isEmpty())
        json[QLatin1String("schema")] = placement.name.schema;
    json[QLatin1String("name")] = placement.name.name;
    json[QLatin1String("x")] = placement.position.x();
    json[QLatin1String("y")] = placement.position.y();
    return json;
}

tl::unexpected<Error> wrong(const QString &place)
{
    return fail(ErrorKind::InvalidInput, QStringLiteral("The diagram file is damaged at %1.").arg(place));
}

} // namespace

QJsonObject toJson(const Diagram &diagram)
{
    std::vector<Placement> sorted = diagram.tables;
    std::ranges::stable_sort(sorted, {}, &Placement::name);
    QJsonArray tables;
    for (const Placement &placement : sorted)
        tables.append(toJson(placement));
    return {{QLatin1String("format"), kFormat},
            {QLatin1String("name"), diagram.name},
            {QLatin1String("detail"), detailKey(diagram.detail)},
            {QLatin1String("tables"), tables}};
}

Result<Diagram> diagramFromJson(const QJsonObject &json)
{
    const int format = json[QLatin1String("format")].toInt(-1);
    if (format > kFormat)
        return fail(ErrorKind::NewerFormat, QStringLiteral("The diagram was written by a newer version of Joinery."));
    if (format < 1)
        return wrong(QStringLiteral("format"));
    Diagram diagram;
    diagram.name = json[QLatin1String("name")].toString();
    const auto detail = detailFromKey(json[QLatin1String("detail")].toString());
    if (!detail)
        return wrong(QStringLiteral("detail"));
    diagram.detail = *detail;
    if (!json[QLatin1String("tables")].isArray())
        return wrong(QStringLiteral("tables"));
    const QJsonArray tables = json[QLatin1String("tables")].toArray();
    for (qsizetype i = 0; i < tables.size(); ++i) {
        const QJsonObject table = tables.at(i).toObject();
        const QJsonValue x = table[QLatin1String("x")];
        const QJsonValue y = table[QLatin1String("y")];
        const QString name = table[QLatin1String("name")].toString();
        if (!x.isDouble() || !y.isDouble() || name.isEmpty())
            return wrong(QStringLiteral("tables[%1]").arg(i));
        diagram.tables.push_back({Uid::fromString(table[QLatin1String("uid")].toString()),
                                  schema::Name(table[QLatin1String("schema")].toString(), name),
                                  QPointF(x.toDouble(), y.toDouble())});
    }
    return diagram;
}

} // namespace joinery::diagram
