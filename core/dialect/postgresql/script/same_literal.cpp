// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/script/same_meaning.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTimeZone>

namespace joinery::dialect::script {

namespace {

/// Months, days and microseconds, as the server keeps an interval; nothing where this is not one that is understood.
std::optional<std::array<qint64, 3>> interval(const QString &text)
{
    std::array<qint64, 3> value{};
    static const QRegularExpression part(QStringLiteral("^\\s*([+-]?\\d+(?:\\.\\d+)?)\\s*([a-z]+)\\s*"), QRegularExpression::CaseInsensitiveOption),
        clock(QStringLiteral("^\\s*([+-]?)(\\d+):(\\d+)(?::(\\d+(?:\\.\\d+)?))?\\s*"));
    QString rest = text.trimmed();
    if (rest.isEmpty())
        return {};
    while (!rest.isEmpty()) {
        if (const auto match = clock.match(rest); match.hasMatch()) {
            const double seconds = match.captured(2).toDouble() * 3600 + match.captured(3).toDouble() * 60 + match.captured(4).toDouble();
            value[2] += qRound64(seconds * 1e6) * (match.captured(1) == QLatin1String("-") ? -1 : 1);
            rest = rest.mid(match.capturedLength());
            continue;
        }
        const auto match = part.match(rest);
        if (!match.hasMatch())
            return {};
        static const QMap<QString, std::pair<int, qint64>> kUnits{
            {QStringLiteral("year"), {0, 12}}, {QStringLiteral("mon"), {0, 1}}, {QStringLiteral("month"), {0, 1}}, {QStringLiteral("week"), {1, 7}}, {QStringLiteral("day"), {1, 1}},
            {QStringLiteral("d"), {1, 1}}, {QStringLiteral("hour"), {2, 3600000000}}, {QStringLiteral("h"), {2, 3600000000}}, {QStringLiteral("min"), {2, 60000000}},
            {QStringLiteral("minute"), {2, 60000000}}, {QStringLiteral("m"), {2, 60000000}}, {QStringLiteral("second"), {2, 1000000}}, {QStringLiteral("sec"), {2, 1000000}}, {QStringLiteral("s"), {2, 1000000}}};
        QString unit = match.captured(2).toLower();
        if (unit.size() > 1 && unit.endsWith(u's'))
            unit.chop(1);
        if (!kUnits.contains(unit))
            return {};
        const auto [at, factor] = kUnits.value(unit);
        value[size_t(at)] += qRound64(match.captured(1).toDouble() * double(factor));
        rest = rest.mid(match.capturedLength());
    }
    return value;
}

std::optional<QDateTime> moment(QString text, bool zone)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{4}-\\d{2}-\\d{2})(?:[ T](\\d{2}:\\d{2})(?::(\\d{2})(\\.\\d+)?)?)?\\s*(Z|[+-]\\d{2}(?::?\\d{2})?)?$"), QRegularExpression::CaseInsensitiveOption);
    const auto match = shape.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    const QTime time = QTime::fromString((match.captured(2).isEmpty() ? QStringLiteral("00:00") : match.captured(2)) + u':' + (match.captured(3).isEmpty() ? QStringLiteral("00") : match.captured(3)),
                                         QStringLiteral("HH:mm:ss"));
    QDateTime value(QDate::fromString(match.captured(1), Qt::ISODate), time, Qt::UTC);
    if (!value.isValid())
        return {};
    value = value.addMSecs(qRound64(match.captured(4).toDouble() * 1000));
    const QString offset = match.captured(5);
    if (zone && offset.size() >= 3) {
        const int seconds = (offset.mid(1, 2).toInt() * 60 + QString(offset.mid(3)).remove(u':').toInt()) * 60;
        value = value.addSecs(offset.startsWith(u'-') ? seconds : -seconds);
    }
    return value;
}

QString bytes(const QString &text)
{
    return text.startsWith(QLatin1String("\\x")) ? text.mid(2).toLower() : QString::fromLatin1(text.toUtf8().toHex());
}

} // namespace

bool sameLiteral(const QString &left, const QString &right, const QString &type)
{
    if (left == right)
        return true;
    if (isNumberType(type)) {
        bool known = false, other = false;
        const double one = left.toDouble(&known), two = right.toDouble(&other);
        return known && other && one == two && left.size() < 15 && right.size() < 15;
    }
    if (type == QLatin1String("boolean")) {
        const auto yes = [](const QString &text) { return QStringList{QStringLiteral("t"), QStringLiteral("true"), QStringLiteral("yes"), QStringLiteral("on"), QStringLiteral("1"), QStringLiteral("y")}.contains(text.trimmed().toLower()); };
        return yes(left) == yes(right);
    }
    if (type == QLatin1String("interval")) {
        const auto one = interval(left), two = interval(right);
        return one && two && *one == *two;
    }
    if (type == QLatin1String("date") || type.startsWith(QLatin1String("timestamp"))) {
        const bool zone = type.endsWith(QLatin1String("with time zone"));
        const auto one = moment(left, zone), two = moment(right, zone);
        return one && two && *one == *two;
    }
    if (type.startsWith(QLatin1String("time "))) {
        const auto one = moment(QLatin1String("2000-01-01 ") + left, true), two = moment(QLatin1String("2000-01-01 ") + right, true);
        return one && two && *one == *two;
    }
    if (type == QLatin1String("jsonb")) {
        const QJsonDocument one = QJsonDocument::fromJson(left.toUtf8()), two = QJsonDocument::fromJson(right.toUtf8());
        return !one.isNull() && one == two;
    }
    if (type == QLatin1String("bytea"))
        return bytes(left) == bytes(right);
    if (type == QLatin1String("uuid"))
        return left.compare(right, Qt::CaseInsensitive) == 0;
    if (type.endsWith(QLatin1String("[]"))) {
        const auto plain = [](QString text) { return text.remove(u' ').remove(u'"'); };
        return plain(left) == plain(right);
    }
    return false;
}

} // namespace joinery::dialect::script
