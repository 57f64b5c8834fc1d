// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/diagram_json.h"

#include <QJsonArray>
#include <QJsonDocument>

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

QByteArray toText(const Diagram &diagram)
{
    // By hand down to the tables: QJsonDocument knows either one line for all or one line for each member.
    const QJsonObject json = toJson(diagram);
    const auto quoted = [](const QJsonValue &value) {
        const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        return array.mid(1, array.size() - 2);
    };
    QByteArray text = "{\n  \"format\": " + QByteArray::number(kFormat) + ",\n  \"name\": "
        + quoted(json[QLatin1String("name")]) + ",\n  \"detail\": " + quoted(json[QLatin1String("detail")])
        + ",\n  \"tables\": [";
    const QJsonArray tables = json[QLatin1String("tables")].toArray();
    for (qsizetype i = 0; i < tables.size(); ++i)
        text += (i == 0 ? "\n    " : ",\n    ") + QJsonDocument(tables.at(i).toObject()).toJson(QJsonDocument::Compact);
    return text + (tables.isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
}

Result<Diagram> diagramFromText(const QByteArray &text)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError || !document.isObject()) {
        return fail(ErrorKind::Corrupt, QStringLiteral("The diagram file is no JSON object: %1 at byte %2.")
                                            .arg(problem.errorString())
                                            .arg(problem.offset));
    }
    return diagramFromJson(document.object());
}

} // namespace joinery::diagram
